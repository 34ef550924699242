package io.laio.workload.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether it was the generator that was measured, and not the server: judgement of a result. */
public final class Saturation {
    /** Requests that are begun later than this... */
    private static final double LATE_NANOS = 1e6;

    /** ...and by more than this part of the response time say more of the generator than they should. */
    private static final double LATE_PART = 0.1;

    private static final double PERCENTILE = 99;

    private Saturation() {}

    /**
     * Why a result does not count.
     *
     * @param result a result
     * @return one line a reason; empty if it counts, or if nothing was answered and so nothing measured
     */
    public static List<String> reasons(ReplayResult result) {
        List<String> reasons = new ArrayList<>();
        if (result.latencies().responseTime().getTotalCount() == 0) {
            return reasons;
        }
        if (result.load().saturated()) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "the generator used %.0f %% of its processor: it was measured, not the server; use several generators (--shard)",
                    100 * result.load().cpuFraction()));
        }
        double lag = result.latencies().scheduleLag().getValueAtPercentile(PERCENTILE);
        double response = result.latencies().responseTime().getValueAtPercentile(PERCENTILE);
        if (lag > LATE_NANOS && lag > LATE_PART * response) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "one request in a hundred was begun %.1f ms late or more, though its client was free, and the slowest"
                            + " hundredth of the responses took %.1f ms: the generator had no processor to itself, or too much to do",
                    lag / 1e6,
                    response / 1e6));
        }
        return reasons;
    }
}
