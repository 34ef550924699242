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
import java.util.List;
import java.util.Locale;

/**
 * The bytes of requests, in native memory, and what is known about the documents that they are for.
 *
 * <p>A GET is prepared once a document, because most requests are GETs; every other kind is composed when it is needed,
 * in a place of its own that the next composition overwrites. Belongs to one thread.
 */
final class Requests implements AutoCloseable {
    private static final int COMPOSED_BYTES = 3 * Document.MAX_PATH_BYTES + 1024;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String CONDITION = "If-Modified-Since: " + HTTP_DATE.format(DocumentRoot.MODIFIED) + "\r\n";

    private final List<Document> documents;
    private final String fields;
    private final long[] seeds;
    private final int[] starts;
    private final NativeBuffer gets;
    private final NativeBuffer composed = new NativeBuffer(COMPOSED_BYTES);
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
        if (sequence.kind(index) == RequestKind.GET) {
            address = gets.address() + starts[document];
            length = starts[document + 1] - starts[document];
            return;
        }
        byte[] bytes = compose(sequence, index);
        Memory.copy(bytes, 0, composed.address(), bytes.length);
        address = composed.address();
        length = bytes.length;
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
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
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

    private byte[] compose(RequestSequence sequence, int index) {
        String path = encode(documents.get(sequence.document(index)).path());
        return ascii(
                switch (sequence.kind(index)) {
                    case GET -> "GET " + path + fields + "\r\n";
                    case HEAD -> "HEAD " + path + fields + "\r\n";
                    case NOT_MODIFIED -> "GET " + path + fields + CONDITION + "\r\n";
                    case RANGE -> "GET " + path + fields + range(sequence, index) + "\r\n";
                });
    }

    private static String range(RequestSequence sequence, int index) {
        long first = sequence.rangeOffset(index);
        return "Range: bytes=" + first + "-" + (first + sequence.rangeLength(index) - 1) + "\r\n";
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
