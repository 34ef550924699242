package io.laio.workload.replay;

/**
 * When requests are made.
 *
 * <p><b>Closed</b>: a client makes its next request when its last was answered, so a slow server is asked less. <b>Open</b>
 * (all others): each request has a moment of its own, whatever the server does meanwhile. A request whose moment comes
 * while its client, or every client, is still waiting for an answer is made as soon as it can be, and its response time
 * counts from its moment all the same: else a stall would cost one slow response a client, however many users would have
 * asked meanwhile ("coordinated omission", G. Tene, How NOT to Measure Latency, 2013; open and closed systems: Schroeder,
 * Wierman and Harchol-Balter, NSDI 2006).
 */
public sealed interface Arrivals {
    /** The study's way: as fast as the server answers (PAPER.md, section 3 [P]). */
    record Closed() implements Arrivals {}

    /**
     * So many requests a second, in the order of the trace: each free client takes the next moment and makes its
     * sequence's next request then.
     *
     * @param requestsPerSecond how many, above 0 and at most 10 million
     * @param spacing how the moments are spread
     * @param seed chooses the random numbers of {@link Spacing#POISSON}
     */
    record FixedRate(double requestsPerSecond, Spacing spacing, long seed) implements Arrivals {
        private static final double MOST = 1e7; // 100 ns each: more than one thread can make

        /**
         * Checks the rate.
         *
         * @throws IllegalArgumentException if it is out of its range
         */
        public FixedRate {
            if (!(requestsPerSecond > 0 && requestsPerSecond <= MOST)) {
                throw new IllegalArgumentException(
                        "a rate is above 0 and at most 10,000,000 requests a second, not " + requestsPerSecond);
            }
        }
    }

    /** How the moments of a fixed rate are spread. */
    enum Spacing {
        /** The same time between any two. */
        EVEN,
        /** Exponentially distributed times between them, as of very many users who know nothing of each other. */
        POISSON
    }

    /**
     * At the times that the trace has of its own, such as a log's.
     *
     * @param speed how many times as fast, above 0
     * @param maxGapMillis no pause of the trace is longer, in milliseconds of the trace: neither between the beginnings of two
     *     sequences nor between two requests of one; 0 without limit (see {@link SequenceQueue})
     */
    record OwnTimes(double speed, long maxGapMillis) implements Arrivals {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if one is out of its range
         */
        public OwnTimes {
            if (!(speed > 0 && speed < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a speed is above 0, not " + speed);
            }
            if (maxGapMillis < 0) {
                throw new IllegalArgumentException("the longest gap is 0 or more, not " + maxGapMillis);
            }
        }
    }

    /**
     * Whether a slow server is asked less.
     *
     * @return true for {@link Closed}
     */
    default boolean isClosed() {
        return this instanceof Closed;
    }
}
