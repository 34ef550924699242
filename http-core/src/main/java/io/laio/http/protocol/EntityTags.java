package io.laio.http.protocol;

/** Comparison of our strong entity tag with those a client sends: RFC 9110 sections 8.8.3.2 and 13.1. */
final class EntityTags {
    private EntityTags() {}

    /** How tags are compared: a weak tag {@code W/"x"} equals {@code "x"} only weakly. */
    enum Comparison {
        STRONG,
        WEAK
    }

    /** Whether the list {@code [begin, end)}, or {@code *}, covers the tag of the file. What is malformed covers nothing from there on. */
    static boolean listCovers(byte[] buffer, int begin, int end, FileHeaders file, Comparison comparison) {
        if (end - begin == 1 && buffer[begin] == '*') {
            return true;
        }
        int at = skipSeparators(buffer, begin, end);
        while (at < end) {
            int tagEnd = tagEnd(buffer, at, end);
            if (tagEnd < 0) {
                return false;
            }
            if (equal(buffer, at, tagEnd, file, comparison)) {
                return true;
            }
            at = skipSeparators(buffer, tagEnd, end);
        }
        return false;
    }

    /** Whether {@code [begin, end)} is one tag, that of the file. */
    static boolean equal(byte[] buffer, int begin, int end, FileHeaders file, Comparison comparison) {
        boolean weak = isWeak(buffer, begin, end);
        if (weak && comparison == Comparison.STRONG) {
            return false;
        }
        int opaque = weak ? begin + 2 : begin;
        return opaque <= end && file.isEntityTag(buffer, opaque, end);
    }

    /** Where the tag that begins here ends, or -1. It may contain commas, but no quotes and no spaces. */
    private static int tagEnd(byte[] buffer, int begin, int end) {
        int quote = isWeak(buffer, begin, end) ? begin + 2 : begin;
        if (quote >= end || buffer[quote] != '"') {
            return -1;
        }
        for (int i = quote + 1; i < end && !Ascii.isBlank(buffer[i]); i++) {
            if (buffer[i] == '"') {
                return i + 1 == end || isSeparator(buffer[i + 1]) ? i + 1 : -1;
            }
        }
        return -1;
    }

    private static boolean isWeak(byte[] buffer, int begin, int end) {
        return end - begin > 2 && buffer[begin] == 'W' && buffer[begin + 1] == '/';
    }

    private static int skipSeparators(byte[] buffer, int begin, int end) {
        int i = begin;
        while (i < end && isSeparator(buffer[i])) {
            i++;
        }
        return i;
    }

    private static boolean isSeparator(byte value) {
        return value == ',' || Ascii.isBlank(value);
    }
}
