package io.laio.workload.replay;

import io.laio.workload.replay.Manner.Limits;
import io.laio.workload.replay.Manner.Tolerance;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What to replay, against whom, and how.
 *
 * @param trace the trace
 * @param target the server; resolved
 * @param startAt when to begin; empty for at once
 * @param manner how it is played
 */
public record ReplayPlan(Path trace, InetSocketAddress target, Optional<Instant> startAt, Manner manner) {
    /**
     * Checks the target.
     *
     * @throws IllegalArgumentException if its name was not resolved
     */
    public ReplayPlan {
        if (target.isUnresolved()) {
            throw new IllegalArgumentException("unknown host: " + target.getHostString());
        }
    }

    /**
     * Plays a whole trace in a closed loop: each client makes its next request when its last was answered.
     *
     * @param trace the trace
     * @param target the server; resolved
     * @param clients how many clients
     * @return the plan, with the defaults of {@link Manner} and one connection a sequence
     */
    public static ReplayPlan closedLoop(Path trace, InetSocketAddress target, int clients) {
        return new ReplayPlan(trace, target, Optional.empty(), Manner.closedLoop(clients));
    }

    /**
     * Changes when requests are made.
     *
     * @param arrivals how they arrive
     * @return the same plan with such arrivals
     */
    public ReplayPlan withArrivals(Arrivals arrivals) {
        return with(manner.withArrivals(arrivals));
    }

    /**
     * Plays a part.
     *
     * @param shard which part
     * @return the same plan for that part
     */
    public ReplayPlan withShard(Shard shard) {
        return with(manner.withShard(shard));
    }

    /**
     * Begins at a moment, on which several generators agree.
     *
     * @param moment when, by this machine's clock
     * @return the same plan for then
     */
    public ReplayPlan startingAt(Instant moment) {
        return new ReplayPlan(trace, target, Optional.of(moment), manner);
    }

    /**
     * Limits the run.
     *
     * @param requests how many requests of the trace, 0 for all
     * @param durationMillis how long in milliseconds, 0 without limit
     * @return the same plan with these limits
     */
    public ReplayPlan withLimits(long requests, long durationMillis) {
        return with(manner.withLimits(new Limits(requests, durationMillis)));
    }

    /**
     * Changes what is verified.
     *
     * @param every one response in so many is compared byte for byte, 0 for none
     * @return the same plan with that sample
     */
    public ReplayPlan withVerifyEvery(int every) {
        return with(manner.withVerifyEvery(every));
    }

    /**
     * Changes what a connection is used for.
     *
     * @param perRequest true: one request; false: one sequence
     * @return the same plan with such connections
     */
    public ReplayPlan withConnectionPerRequest(boolean perRequest) {
        return with(manner.withConnectionPerRequest(perRequest));
    }

    /**
     * Changes what is tolerated.
     *
     * @param timeoutMillis how long a request may take, in milliseconds
     * @param failures how many requests may fail, 0 without limit
     * @return the same plan with that tolerance
     */
    public ReplayPlan withTolerance(long timeoutMillis, long failures) {
        return with(manner.withTolerance(new Tolerance(timeoutMillis, failures)));
    }

    private ReplayPlan with(Manner other) {
        return new ReplayPlan(trace, target, startAt, other);
    }
}
