package io.laio.workload.replay;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * What to replay, against whom, and how.
 *
 * @param trace the trace
 * @param target the server; resolved
 * @param clients how many clients play at once, 1 or more
 * @param maxRequests how many requests of the trace to play, 0 for all
 * @param maxDurationMillis how long to play, in milliseconds, 0 without limit
 * @param verifyEvery one response in so many is compared byte for byte with what it should be, 0 for none; the others
 *     are checked for status and length
 * @param connectionPerRequest true: every request has its own connection; false: every sequence has
 * @param timeoutMillis how long a request may take, connecting included, in milliseconds, 1 or more
 * @param maxFailures how many requests may fail before the replay gives up, 0 without limit
 */
public record ReplayPlan(
        Path trace,
        InetSocketAddress target,
        int clients,
        long maxRequests,
        long maxDurationMillis,
        int verifyEvery,
        boolean connectionPerRequest,
        long timeoutMillis,
        long maxFailures) {
    /** One response in so many is verified unless the plan says otherwise. */
    public static final int DEFAULT_VERIFY_EVERY = 100;

    /** How long a request may take unless the plan says otherwise, in milliseconds. */
    public static final long DEFAULT_TIMEOUT_MILLIS = 30_000;

    /** How many requests may fail unless the plan says otherwise. */
    public static final long DEFAULT_MAX_FAILURES = 1_000;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public ReplayPlan {
        if (target.isUnresolved()) {
            throw new IllegalArgumentException("unknown host: " + target.getHostString());
        }
        require("clients", clients, 1);
        require("maxRequests", maxRequests, 0);
        require("maxDurationMillis", maxDurationMillis, 0);
        require("verifyEvery", verifyEvery, 0);
        require("timeoutMillis", timeoutMillis, 1);
        require("maxFailures", maxFailures, 0);
    }

    /**
     * Plays a whole trace in a closed loop: each client makes its next request when its last was answered.
     *
     * @param trace the trace
     * @param target the server; resolved
     * @param clients how many clients
     * @return the plan, with the defaults above and one connection a sequence
     */
    public static ReplayPlan closedLoop(Path trace, InetSocketAddress target, int clients) {
        return new ReplayPlan(
                trace,
                target,
                clients,
                0,
                0,
                DEFAULT_VERIFY_EVERY,
                false,
                DEFAULT_TIMEOUT_MILLIS,
                DEFAULT_MAX_FAILURES);
    }

    /**
     * Limits the run.
     *
     * @param requests how many requests, 0 for all
     * @param durationMillis how long in milliseconds, 0 without limit
     * @return the same plan with these limits
     */
    public ReplayPlan withLimits(long requests, long durationMillis) {
        return new ReplayPlan(
                trace,
                target,
                clients,
                requests,
                durationMillis,
                verifyEvery,
                connectionPerRequest,
                timeoutMillis,
                maxFailures);
    }

    /**
     * Changes what is verified.
     *
     * @param every one response in so many is compared byte for byte, 0 for none
     * @return the same plan with that sample
     */
    public ReplayPlan withVerifyEvery(int every) {
        return new ReplayPlan(
                trace,
                target,
                clients,
                maxRequests,
                maxDurationMillis,
                every,
                connectionPerRequest,
                timeoutMillis,
                maxFailures);
    }

    /**
     * Changes what a connection is used for.
     *
     * @param perRequest true: one request; false: one sequence
     * @return the same plan with such connections
     */
    public ReplayPlan withConnectionPerRequest(boolean perRequest) {
        return new ReplayPlan(
                trace,
                target,
                clients,
                maxRequests,
                maxDurationMillis,
                verifyEvery,
                perRequest,
                timeoutMillis,
                maxFailures);
    }

    /**
     * Changes what is tolerated.
     *
     * @param millis how long a request may take, in milliseconds
     * @param failures how many requests may fail, 0 without limit
     * @return the same plan with that tolerance
     */
    public ReplayPlan withTolerance(long millis, long failures) {
        return new ReplayPlan(
                trace,
                target,
                clients,
                maxRequests,
                maxDurationMillis,
                verifyEvery,
                connectionPerRequest,
                millis,
                failures);
    }

    private static void require(String name, long value, long minimum) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " must be " + minimum + " or more, is " + value);
        }
    }
}
