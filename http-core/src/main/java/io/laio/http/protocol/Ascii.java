package io.laio.http.protocol;

import java.nio.charset.StandardCharsets;

/** Bytes as characters: classes of characters, comparison without case, numbers. */
final class Ascii {
    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** {@code tchar}: RFC 9110 section 5.6.2. */
    private static final boolean[] TOKEN = table("!#$%&'*+-.^_`|~" + ALPHANUMERIC);

    /** What {@code uri-host [":" port]} is made of: RFC 3986 sections 2 and 3.2. */
    private static final boolean[] AUTHORITY = table("-._~!$&'()*+,;=%:[]" + ALPHANUMERIC);

    private static final byte[] UPPER_HEX = bytes("0123456789ABCDEF");
    private static final byte[] LOWER_HEX = bytes("0123456789abcdef");

    private Ascii() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static boolean isToken(byte value) {
        return TOKEN[value & 0xff];
    }

    static boolean isAuthority(byte value) {
        return AUTHORITY[value & 0xff];
    }

    static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    static boolean isBlank(byte value) {
        return value == ' ' || value == '\t';
    }

    /** The value of a hexadecimal digit, or -1. */
    static int hexDigit(byte value) {
        if (isDigit(value)) {
            return value - '0';
        }
        int lower = value | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /**
     * Whether a stretch of the buffer is a word, letters without case. The word is in lower case and consists of letters and
     * {@code -}, {@code :} and {@code /}; setting bit 5 then maps nothing onto it but its own two cases and, for the three
     * marks, control characters, which no caller lets through.
     */
    static boolean equalsLower(byte[] buffer, int offset, int end, byte[] word) {
        if (end - offset != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if ((buffer[offset + i] | 0x20) != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** Reads digits up to the end as a number that sticks at {@link Long#MAX_VALUE}; -1 if there are none or other bytes. */
    static long parseDecimal(byte[] buffer, int offset, int end) {
        if (offset >= end) {
            return -1;
        }
        long value = 0;
        for (int i = offset; i < end; i++) {
            if (!isDigit(buffer[i])) {
                return -1;
            }
            int digit = buffer[i] - '0';
            value = value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
        }
        return value;
    }

    static int put(byte[] target, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
        return at + bytes.length;
    }

    /** Writes a number that is not negative. */
    static int putDecimal(byte[] target, int at, long value) {
        int end = at + decimalDigits(value);
        long rest = value;
        int i = end;
        do {
            target[--i] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        return end;
    }

    /** How many bytes {@link #putDecimal} writes. */
    static int decimalDigits(long value) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** Writes a number below 100 as two digits. */
    static int putTwoDigits(byte[] target, int at, int value) {
        target[at] = (byte) ('0' + value / 10);
        target[at + 1] = (byte) ('0' + value % 10);
        return at + 2;
    }

    /** Writes a byte as two hexadecimal digits in upper case. */
    static int putHex(byte[] target, int at, byte value) {
        target[at] = UPPER_HEX[(value >> 4) & 0xf];
        target[at + 1] = UPPER_HEX[value & 0xf];
        return at + 2;
    }

    /** Writes a number without its sign, in as few hexadecimal digits in lower case as it takes. */
    static int putLowerHex(byte[] target, int at, long value) {
        int end = at + hexDigits(value);
        long rest = value;
        int i = end;
        do {
            target[--i] = LOWER_HEX[(int) rest & 0xf];
            rest >>>= 4;
        } while (rest != 0);
        return end;
    }

    /** How many bytes {@link #putLowerHex} writes. */
    static int hexDigits(long value) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 3) / 4);
    }

    private static boolean[] table(String members) {
        boolean[] table = new boolean[256];
        for (int i = 0; i < members.length(); i++) {
            table[members.charAt(i)] = true;
        }
        return table;
    }
}
