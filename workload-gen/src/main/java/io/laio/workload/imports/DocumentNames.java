package io.laio.workload.imports;

import io.laio.workload.trace.Document;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns request targets into paths of documents, so that targets which a static server takes for the same file become
 * the same document.
 *
 * <p>Percent-encoding is undone, empty and dot segments are resolved, and a path that ends with a slash names the
 * directory's {@code index.html}. What then cannot stand in a plain name (see {@link Document}) is percent-encoded again,
 * and that encoding is the name itself: {@code /a%20b} is a file called {@code a%20b}, which a client asks for as
 * {@code /a%2520b}. The percent sign is encoded too, so different files keep different names. Also encoded are a dot at the
 * beginning of a segment (servers hide such files), and the question mark and the slashes of a query that is kept.
 */
final class DocumentNames {
    private static final String INDEX = "index.html";
    private static final String PLAIN = "-._~!$&'()*+,;=:@";
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int HASH_DIGITS = 16;

    private final Queries queries;

    DocumentNames(Queries queries) {
        this.queries = queries;
    }

    /** The path of a virtual host's document: below the host's name, if there is one. */
    @Nullable
    String of(String virtualHost, String target) {
        String path = of(target);
        if (path == null || virtualHost.isEmpty()) {
            return path;
        }
        return shorten("/" + visible(encode(virtualHost.toLowerCase(Locale.ROOT))) + path);
    }

    /** The document's path; null if the target does not name a file. */
    @Nullable
    String of(String target) {
        String local = originForm(target);
        if (!local.startsWith("/")) {
            return null;
        }
        int fragment = local.indexOf('#');
        String whole = fragment < 0 ? local : local.substring(0, fragment);
        int query = whole.indexOf('?');
        String path = path(query < 0 ? whole : whole.substring(0, query));
        if (query >= 0 && queries == Queries.KEEP) {
            path = path + encode(whole.substring(query));
        }
        return shorten(path);
    }

    /** Without scheme and host, which proxies are sent (RFC 9112, section 3.2.2). */
    private static String originForm(String target) {
        if (target.startsWith("/") || !target.toLowerCase(Locale.ROOT).startsWith("http")) {
            return target;
        }
        int authority = target.indexOf("://");
        if (authority < 0) {
            return target;
        }
        int path = target.indexOf('/', authority + 3);
        return path < 0 ? "/" : target.substring(path);
    }

    private static String path(String encoded) {
        Deque<String> segments = new ArrayDeque<>();
        String[] all = decode(encoded).split("/", -1);
        for (String segment : all) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        String last = all[all.length - 1];
        if (last.isEmpty() || last.equals(".") || last.equals("..")) {
            segments.addLast(INDEX);
        }
        StringBuilder path = new StringBuilder();
        segments.forEach(segment -> path.append('/').append(visible(encode(segment))));
        return path.toString();
    }

    /** A percent sign that begins no escape stands for itself. */
    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' && Hex.isPair(text, i + 1)) {
                plain.append((char) Hex.pair(text, i + 1));
                i += 2;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 128 && Character.isLetterOrDigit(c)) || PLAIN.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", c & 0xff));
            }
        }
        return encoded.toString();
    }

    private static String visible(String segment) {
        return segment.startsWith(".") ? "%2E" + segment.substring(1) : segment;
    }

    /** Segments that are too long for a file system keep their beginning and get a hash; null if nothing helps. */
    private static @Nullable String shorten(String path) {
        StringBuilder result = new StringBuilder();
        for (String segment : path.substring(1).split("/", -1)) {
            result.append('/').append(fits(segment, Document.MAX_SEGMENT_BYTES));
        }
        return result.length() <= Document.MAX_PATH_BYTES ? result.toString() : null;
    }

    /** "%~" begins no escape, so no other name can be like this one. */
    static String fits(String segment, int maxBytes) {
        if (segment.length() <= maxBytes) {
            return segment;
        }
        long hash = FNV_OFFSET;
        for (int i = 0; i < segment.length(); i++) {
            hash = (hash ^ segment.charAt(i)) * FNV_PRIME;
        }
        return segment.substring(0, maxBytes - HASH_DIGITS - 2) + String.format(Locale.ROOT, "%%~%016x", hash);
    }
}
