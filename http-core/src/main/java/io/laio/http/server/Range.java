package io.laio.http.server;

/**
 * The whole numbers that an option permits.
 *
 * @param min the smallest
 * @param max the largest
 */
record Range(int min, int max) {
    /** From a number on. */
    static Range from(int min) {
        return new Range(min, Integer.MAX_VALUE);
    }

    /**
     * Checks a value.
     *
     * @param option as it is written, with its dashes
     * @param value what is asked for
     * @return the value
     * @throws IllegalArgumentException if it is not in the range; the message names option, range and value
     */
    int check(String option, int value) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(option + " must be " + this + ", not " + value);
        }
        return value;
    }

    @Override
    public String toString() {
        return max == Integer.MAX_VALUE ? min + " or more" : min + " to " + max;
    }
}
