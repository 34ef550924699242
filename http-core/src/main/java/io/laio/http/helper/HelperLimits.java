package io.laio.http.helper;

/**
 * How many helpers a loop has.
 *
 * @param read the most read helpers, 1 or more
 * @param name the most name-conversion helpers, 1 or more
 * @param reserve how many of each kind stay, however idle; they are started with the loop
 * @param idleMillis how long the others stay idle before they are retired, 1 or more
 */
public record HelperLimits(int read, int name, int reserve, int idleMillis) {
    /** Flash's published limits (PAPER.md section 2), and a reserve of ours. */
    public static final HelperLimits DEFAULTS = new HelperLimits(4, 2, 1, 10_000);

    /** Checks the ranges. */
    public HelperLimits {
        if (read < 1 || name < 1 || reserve < 0 || idleMillis < 1) {
            throw new IllegalArgumentException(
                    "helpers of each kind and their idle time must be 1 or more, the reserve 0 or more");
        }
    }

    /**
     * The most helpers of a kind.
     *
     * @param kind the kind
     * @return how many
     */
    public int most(HelperKind kind) {
        return kind == HelperKind.READ ? read : name;
    }

    /**
     * How many of a kind stay.
     *
     * @param kind the kind
     * @return the reserve, never more than the most
     */
    public int kept(HelperKind kind) {
        return Math.min(reserve, most(kind));
    }
}
