package io.laio.workload.replay;

import java.nio.charset.StandardCharsets;

/** The bytes that heads are made of, looked at in place: no text is made of them. */
final class HeadBytes {
    private static final boolean[] TOKEN = tokenCharacters();

    private HeadBytes() {}

    static byte[] of(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the byte may be in a field's name (RFC 9110, section 5.6.2). */
    static boolean isToken(byte b) {
        return b >= 0 && TOKEN[b];
    }

    /** Index of the first byte that is no blank, at most {@code to}. */
    static int skipBlanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && isBlank(bytes[i])) {
            i++;
        }
        return i;
    }

    /** Index after the last byte that is no blank, at least {@code from}. */
    static int dropBlanks(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && isBlank(bytes[i - 1])) {
            i--;
        }
        return i;
    }

    static boolean equalIgnoringCase(byte[] bytes, int from, int to, byte[] lowerCase) {
        if (to - from != lowerCase.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            byte b = bytes[from + i];
            if ((b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static boolean[] tokenCharacters() {
        boolean[] token = new boolean[128];
        for (int c = 0; c < token.length; c++) {
            token[c] = Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
        }
        return token;
    }
}
