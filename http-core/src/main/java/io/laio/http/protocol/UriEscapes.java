package io.laio.http.protocol;

/** Writes paths and queries as URI text: RFC 3986 sections 2.1 and 3.3. */
final class UriEscapes {
    /** {@code pchar} and the slash, without the percent sign. */
    private static final boolean[] PATH = new boolean[256];

    private static final int ESCAPED_BYTES = 3;

    static {
        String members = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/";
        members.chars().forEach(member -> PATH[member] = true);
    }

    private UriEscapes() {}

    static int maxBytes(int bytes) {
        return bytes * ESCAPED_BYTES;
    }

    /** A decoded path: everything but the plain characters is escaped. */
    static int putPath(byte[] target, int at, byte[] path, int length) {
        int end = at;
        for (int i = 0; i < length; i++) {
            end = PATH[path[i] & 0xff] ? putPlain(target, end, path[i]) : putEscaped(target, end, path[i]);
        }
        return end;
    }

    /** A query as it was sent: what cannot stand in a URI is escaped, and escapes stay what they are. */
    static int putQuery(byte[] target, int at, byte[] buffer, int begin, int queryEnd) {
        int end = at;
        for (int i = begin; i < queryEnd; i++) {
            byte value = buffer[i];
            boolean plain = value == '%' || value == '?' || PATH[value & 0xff];
            end = plain ? putPlain(target, end, value) : putEscaped(target, end, value);
        }
        return end;
    }

    private static int putPlain(byte[] target, int at, byte value) {
        target[at] = value;
        return at + 1;
    }

    private static int putEscaped(byte[] target, int at, byte value) {
        target[at] = '%';
        return Ascii.putHex(target, at + 1, value);
    }
}
