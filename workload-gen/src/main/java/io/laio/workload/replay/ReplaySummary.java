package io.laio.workload.replay;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** A result as a few lines of text. */
public final class ReplaySummary {
    private static final double NANOS_PER_MILLI = 1e6;

    private final ReplayResult result;
    private final StringBuilder text = new StringBuilder();

    private ReplaySummary(ReplayResult result) {
        this.result = result;
    }

    /**
     * Writes the lines.
     *
     * @param result what to show
     * @return lines of text
     */
    public static String of(ReplayResult result) {
        return new ReplaySummary(result).write();
    }

    private String write() {
        line(String.format(
                Locale.ROOT,
                "%s: %,d requests in %.2f s from %,d clients (%s)",
                result.trace().name(),
                result.requests(),
                result.elapsedNanos() / 1e9,
                result.plan().clients(),
                result.stopReason().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        line(String.format(
                Locale.ROOT,
                "  %,.0f requests/s, %,.1f Mb/s, %,d connections",
                result.requestsPerSecond(),
                result.throughputMbps(),
                result.connections()));
        times("response time", result.latencies().responseTime());
        times("service time", result.latencies().serviceTime());
        times("connect time", result.latencies().connectTime());
        line(String.format(Locale.ROOT, "  checked: status and length of all, every byte of %,d", result.verified()));
        failures();
        load();
        return text.toString();
    }

    private void times(String name, Histogram histogram) {
        if (histogram.getTotalCount() > 0) {
            line(String.format(
                    Locale.ROOT,
                    "  %-13s mean %8.3f  p50 %8.3f  p90 %8.3f  p99 %8.3f  max %8.3f ms",
                    name,
                    histogram.getMean() / NANOS_PER_MILLI,
                    histogram.getValueAtPercentile(50) / NANOS_PER_MILLI,
                    histogram.getValueAtPercentile(90) / NANOS_PER_MILLI,
                    histogram.getValueAtPercentile(99) / NANOS_PER_MILLI,
                    histogram.getMaxValue() / NANOS_PER_MILLI));
        }
    }

    private void failures() {
        if (result.failures().isEmpty()) {
            line("  no failures");
        }
        result.failures()
                .forEach((failure, count) -> line(String.format(
                        Locale.ROOT,
                        "  FAILED %,d %s, first: %s",
                        count,
                        failure,
                        String.valueOf(result.failureExamples().get(failure)))));
    }

    private void load() {
        GeneratorLoad load = result.load();
        line(String.format(
                Locale.ROOT,
                "  generator: %.0f %% of a CPU, %.2f us a request%s",
                100 * load.cpuFraction(),
                result.requests() == 0 ? 0.0 : (double) load.cpuMicros() / result.requests(),
                load.saturated() ? "  SATURATED: this run measures the generator, not the server" : ""));
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
