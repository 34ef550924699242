package io.laio.testbed.disk.model;

/** Refuses values that no device can have, in the same words everywhere. */
public final class Ranges {
    private static final double PRINTED_WHOLE = 1e15;

    private Ranges() {}

    /**
     * Requires a value to be within a range.
     *
     * @param field what the value is called
     * @param value the value
     * @param least the smallest that is good
     * @param most the largest that is good
     * @throws IllegalArgumentException if it is not; the message begins with the field and a colon
     */
    public static void require(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    field + ": " + plain(value) + " is not within " + plain(least) + " to " + plain(most));
        }
    }

    private static String plain(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < PRINTED_WHOLE;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
