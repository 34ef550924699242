package io.laio.comparison.run;

import io.laio.comparison.results.Percentiles;
import io.laio.comparison.results.Performance;
import io.laio.workload.replay.ReplayResult;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Puts what a replay measured into the words of the results. */
final class Measured {
    private static final double NANOS_PER_MILLI = 1e6;

    private Measured() {}

    static Performance performance(ReplayResult replay) {
        SortedMap<String, Long> failures = new TreeMap<>();
        replay.failures()
                .forEach((kind, count) ->
                        failures.put(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), count));
        return new Performance(
                replay.throughputMbps(),
                replay.requestsPerSecond(),
                percentiles(replay.latencies().responseTime()),
                percentiles(replay.latencies().serviceTime()),
                percentiles(replay.latencies().scheduleLag()),
                replay.requests() - replay.failed(),
                replay.bytes(),
                failures);
    }

    private static Percentiles percentiles(Histogram histogram) {
        return new Percentiles(
                millis(histogram.getMean()),
                millis((double) histogram.getValueAtPercentile(50)),
                millis((double) histogram.getValueAtPercentile(90)),
                millis((double) histogram.getValueAtPercentile(99)),
                millis((double) histogram.getMaxValue()));
    }

    /** An empty histogram has no mean. */
    private static double millis(double nanos) {
        return Double.isFinite(nanos) ? nanos / NANOS_PER_MILLI : 0;
    }
}
