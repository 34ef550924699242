package io.laio.workload.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Whether generators played at the same time: else what they found cannot be put together into one load. */
public final class ShardStarts {
    /** Starts that are no farther apart than this... */
    private static final double TOLERATED_NANOS = 1e9;

    /** ...or than this part of the shortest replay belong together. */
    private static final double TOLERATED_PART = 0.1;

    private ShardStarts() {}

    /**
     * Why results do not belong together.
     *
     * @param shards of one replay, one or more
     * @return one line a reason; empty if they do
     */
    public static List<String> reasons(List<ReplayResult> shards) {
        Collection<Instant> starts =
                shards.stream().map(ReplayResult::startedAt).toList();
        double apartNanos = Duration.between(Collections.min(starts), Collections.max(starts))
                .toNanos();
        double shortestNanos =
                shards.stream().mapToDouble(ReplayResult::elapsedNanos).min().orElse(0);
        if (apartNanos <= Math.max(TOLERATED_NANOS, TOLERATED_PART * shortestNanos)) {
            return List.of();
        }
        return List.of(String.format(
                Locale.ROOT,
                "the generators did not play at the same time: the last began %.1f s after the first, by their clocks (--start-at)",
                apartNanos / 1e9));
    }
}
