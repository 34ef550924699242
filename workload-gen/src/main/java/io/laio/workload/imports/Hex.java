package io.laio.workload.imports;

/** Bytes written as two hexadecimal digits. */
final class Hex {
    private Hex() {}

    static boolean isPair(String text, int index) {
        return index + 1 < text.length() && digit(text, index) >= 0 && digit(text, index + 1) >= 0;
    }

    static int pair(String text, int index) {
        return digit(text, index) << 4 | digit(text, index + 1);
    }

    private static int digit(String text, int index) {
        return Character.digit(text.charAt(index), 16);
    }
}
