package io.laio.workload.replay;

/**
 * How a trace is played, whoever it is played against: what has to be the same for results to be put together.
 *
 * @param clients how many clients play at once, 1 or more
 * @param arrivals when requests are made
 * @param shard which part of the trace's sequences is played
 * @param limits how much to play
 * @param tolerance what may go wrong
 * @param verifyEvery one response in so many is compared byte for byte with what it should be, 0 for none; the others
 *     are checked for status and length
 * @param connectionPerRequest true: every request has its own connection; false: every sequence has
 */
public record Manner(
        int clients,
        Arrivals arrivals,
        Shard shard,
        Limits limits,
        Tolerance tolerance,
        int verifyEvery,
        boolean connectionPerRequest) {
    /** One response in so many is verified unless the plan says otherwise. */
    public static final int DEFAULT_VERIFY_EVERY = 100;

    /** How long a request may take unless the plan says otherwise, in milliseconds. */
    public static final long DEFAULT_TIMEOUT_MILLIS = 30_000;

    /** How many requests may fail unless the plan says otherwise. */
    public static final long DEFAULT_MAX_FAILURES = 1_000;

    /**
     * How much to play.
     *
     * @param requests how many requests of the trace, 0 for all; of the whole trace, of which a shard plays its part
     * @param durationMillis how long, in milliseconds, 0 without limit
     */
    public record Limits(long requests, long durationMillis) {
        /** The whole trace, however long it takes. */
        public static final Limits NONE = new Limits(0, 0);

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if one is out of its range
         */
        public Limits {
            require("requests", requests, 0);
            require("durationMillis", durationMillis, 0);
        }
    }

    /**
     * What may go wrong.
     *
     * @param timeoutMillis how long a request may take, connecting included, in milliseconds, 1 or more
     * @param maxFailures how many requests may fail before the replay gives up, 0 without limit
     */
    public record Tolerance(long timeoutMillis, long maxFailures) {
        /** Half a minute for each request, and a thousand failures. */
        public static final Tolerance USUAL = new Tolerance(DEFAULT_TIMEOUT_MILLIS, DEFAULT_MAX_FAILURES);

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if one is out of its range
         */
        public Tolerance {
            require("timeoutMillis", timeoutMillis, 1);
            require("maxFailures", maxFailures, 0);
        }
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Manner {
        require("clients", clients, 1);
        require("verifyEvery", verifyEvery, 0);
    }

    /**
     * A whole trace in a closed loop: each client makes its next request when its last was answered.
     *
     * @param clients how many clients
     * @return the defaults above, and one connection a sequence
     */
    public static Manner closedLoop(int clients) {
        return new Manner(
                clients, new Arrivals.Closed(), Shard.WHOLE, Limits.NONE, Tolerance.USUAL, DEFAULT_VERIFY_EVERY, false);
    }

    Manner withClients(int number) {
        return new Manner(number, arrivals, shard, limits, tolerance, verifyEvery, connectionPerRequest);
    }

    Manner withArrivals(Arrivals other) {
        return new Manner(clients, other, shard, limits, tolerance, verifyEvery, connectionPerRequest);
    }

    Manner withShard(Shard part) {
        return new Manner(clients, arrivals, part, limits, tolerance, verifyEvery, connectionPerRequest);
    }

    Manner withLimits(Limits other) {
        return new Manner(clients, arrivals, shard, other, tolerance, verifyEvery, connectionPerRequest);
    }

    Manner withTolerance(Tolerance other) {
        return new Manner(clients, arrivals, shard, limits, other, verifyEvery, connectionPerRequest);
    }

    Manner withVerifyEvery(int every) {
        return new Manner(clients, arrivals, shard, limits, tolerance, every, connectionPerRequest);
    }

    Manner withConnectionPerRequest(boolean perRequest) {
        return new Manner(clients, arrivals, shard, limits, tolerance, verifyEvery, perRequest);
    }

    private static void require(String name, long value, long minimum) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " must be " + minimum + " or more, is " + value);
        }
    }
}
