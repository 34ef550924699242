package io.laio.http.protocol;

/** The three forms of a target that an origin server meets: RFC 9112 section 3.2. */
final class RequestTarget {
    private static final byte[] SCHEME = Ascii.bytes("http://");

    private RequestTarget() {}

    /** Fills the request from the target {@code [begin, end)}; the status, or 0. */
    static int parse(byte[] buffer, int begin, int end, Request into) {
        into.target.set(begin, end);
        if (begin == end) {
            return 400;
        }
        if (buffer[begin] == '/') {
            return pathAndQuery(buffer, begin, end, into);
        }
        if (buffer[begin] == '*' && end - begin == 1) {
            into.asterisk(true);
            return into.method() == Method.OPTIONS ? 0 : 400;
        }
        return absolute(buffer, begin, end, into);
    }

    /** {@code http://authority path}: the authority takes the place of Host, which must be there all the same. */
    private static int absolute(byte[] buffer, int begin, int end, Request into) {
        int authority = begin + SCHEME.length;
        if (authority >= end || !Ascii.equalsLower(buffer, begin, authority, SCHEME)) {
            return 400;
        }
        int path = authority;
        while (path < end && Ascii.isAuthority(buffer[path])) {
            path++;
        }
        if (path == authority) {
            return 400;
        }
        into.host.set(authority, path);
        return pathAndQuery(buffer, path, end, into);
    }

    /** A path may be missing only after an authority, and is then the root. */
    private static int pathAndQuery(byte[] buffer, int begin, int end, Request into) {
        int pathEnd = begin;
        while (pathEnd < end && buffer[pathEnd] != '?') {
            if (isForbidden(buffer[pathEnd++])) {
                return 400;
            }
        }
        if (pathEnd < end) {
            into.query.set(pathEnd + 1, end);
        }
        for (int i = pathEnd; i < end; i++) {
            if (isForbidden(buffer[i])) {
                return 400;
            }
        }
        if (begin < pathEnd && buffer[begin] != '/') {
            return 400;
        }
        return into.path.decode(buffer, begin, pathEnd) ? 0 : 400;
    }

    /** A second space would make the line ambiguous, and a fragment is never sent. */
    private static boolean isForbidden(byte value) {
        return value == ' ' || value == '#';
    }
}
