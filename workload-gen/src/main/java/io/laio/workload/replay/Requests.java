package io.laio.workload.replay;

import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.workload.documents.DocumentContent;
import io.laio.workload.documents.DocumentRoot;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.RequestSequence;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The bytes of requests, in native memory, and what is known about the documents that they are for.
 *
 * <p>A GET is prepared once a document; every other kind is made of that when it is needed, in a place of its own that the
 * next one overwrites. Allocates nothing for a request. Belongs to one thread.
 */
final class Requests implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int COMPOSED_BYTES = 3 * Document.MAX_PATH_BYTES + 1024;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final byte[] HEAD = ascii("HEAD");
    private static final byte[] CONDITION =
            ascii("If-Modified-Since: " + HTTP_DATE.format(DocumentRoot.MODIFIED) + "\r\n\r\n");
    private static final byte[] RANGE = ascii("Range: bytes=");
    private static final byte[] DASH = ascii("-");
    private static final byte[] END = ascii("\r\n\r\n");
    private static final int EMPTY_LINE_BYTES = 2;
    private static final int DECIMAL = 10;

    private final List<Document> documents;
    private final String fields;
    private final long[] seeds;
    private final int[] starts;
    private final NativeBuffer gets;
    private final NativeBuffer composed = new NativeBuffer(COMPOSED_BYTES);
    private final byte[] text = new byte[COMPOSED_BYTES];
    private long address;
    private int length;

    Requests(List<Document> documents, InetSocketAddress target, boolean connectionPerRequest) {
        this.documents = documents;
        this.fields =
                " HTTP/1.1\r\nHost: " + host(target) + "\r\n" + (connectionPerRequest ? "Connection: close\r\n" : "");
        this.seeds = documents.stream()
                .mapToLong(document -> DocumentContent.seed(document.path()))
                .toArray();
        this.starts = new int[documents.size() + 1];
        this.gets = prepareGets();
    }

    /** Makes a request of a sequence the current one. */
    void select(RequestSequence sequence, int index) {
        int document = sequence.document(index);
        address = gets.address() + starts[document];
        length = starts[document + 1] - starts[document];
        if (sequence.kind(index) != RequestKind.GET) {
            length = compose(sequence, index);
            Memory.copy(text, 0, composed.address(), length);
            address = composed.address();
        }
    }

    /** Where the current request is. */
    long address() {
        return address;
    }

    /** How long the current request is, in bytes. */
    int length() {
        return length;
    }

    Document document(int index) {
        return documents.get(index);
    }

    long sizeBytes(int document) {
        return documents.get(document).sizeBytes();
    }

    /** See {@link DocumentContent#seed}. */
    long contentSeed(int document) {
        return seeds[document];
    }

    @Override
    public void close() {
        gets.close();
        composed.close();
    }

    /** Percent-encodes what a request line cannot hold or a server would take for something else (RFC 3986, 3.3). */
    static String encode(String path) {
        StringBuilder encoded = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (Character.isLetterOrDigit(c) || "/-._~!$&'()*+,;=:@".indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits((byte) c));
            }
        }
        return encoded.toString();
    }

    private NativeBuffer prepareGets() {
        byte[][] requests = new byte[documents.size()][];
        int bytes = 0;
        for (int i = 0; i < requests.length; i++) {
            requests[i] = ascii("GET " + encode(documents.get(i).path()) + fields + "\r\n");
            starts[i] = bytes;
            bytes = Math.addExact(bytes, requests[i].length);
        }
        starts[requests.length] = bytes;
        NativeBuffer buffer = new NativeBuffer(Math.max(1, bytes));
        for (int i = 0; i < requests.length; i++) {
            Memory.copy(requests[i], 0, buffer.address() + starts[i], requests[i].length);
        }
        return buffer;
    }

    /** Makes another request of the GET that is the current one; answers with its length. */
    private int compose(RequestSequence sequence, int index) {
        int fieldsEnd = length - EMPTY_LINE_BYTES;
        return switch (sequence.kind(index)) {
            case GET -> throw new IllegalArgumentException("a GET is as it was prepared");
            case HEAD -> {
                Memory.copy(address, text, 1, length); // one character longer than GET
                put(HEAD, 0);
                yield length + 1;
            }
            case NOT_MODIFIED -> {
                Memory.copy(address, text, 0, fieldsEnd);
                yield put(CONDITION, fieldsEnd);
            }
            case RANGE -> {
                Memory.copy(address, text, 0, fieldsEnd);
                long first = sequence.rangeOffset(index);
                int dash = put(first, put(RANGE, fieldsEnd));
                yield put(END, put(first + sequence.rangeLength(index) - 1, put(DASH, dash)));
            }
        };
    }

    /** Writes into {@link #text}; answers with where it ends. */
    private int put(byte[] bytes, int at) {
        System.arraycopy(bytes, 0, text, at, bytes.length);
        return at + bytes.length;
    }

    private int put(long number, int at) {
        int end = at + 1;
        for (long rest = number / DECIMAL; rest > 0; rest /= DECIMAL) {
            end++;
        }
        long rest = number;
        for (int i = end - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % DECIMAL);
            rest /= DECIMAL;
        }
        return end;
    }

    /** RFC 9110, section 7.2: without the port if it is HTTP's own. */
    private static String host(InetSocketAddress target) {
        String literal = target.getAddress().getHostAddress();
        String host = target.getAddress() instanceof Inet6Address ? "[" + literal + "]" : target.getHostString();
        return target.getPort() == 80 ? host : host + ":" + target.getPort();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
