package io.laio.comparison.plan;

/** Reads numbers of a plan, and refuses those out of range in words. */
final class Numbers {
    private Numbers() {}

    static long whole(String text, long least) {
        try {
            long value = Long.parseLong(text.strip());
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(message(text, "whole number", least), e);
        }
        throw new IllegalArgumentException(message(text, "whole number", least));
    }

    static int count(String text) {
        long value = whole(text, 1);
        if (value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("\"" + text + "\" is too large");
        }
        return (int) value;
    }

    static double positive(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number above 0", e);
        }
        throw new IllegalArgumentException("\"" + text + "\" is not a number above 0");
    }

    private static String message(String text, String kind, long least) {
        return "\"" + text + "\" is not a " + kind + " of " + least + " or more";
    }
}
