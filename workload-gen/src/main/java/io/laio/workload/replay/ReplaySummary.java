package io.laio.workload.replay;

import io.laio.analysis.figures.Numbers;
import java.util.List;
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
                result.manner().clients(),
                result.stopReason().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        line("  " + arrivals(result.manner().arrivals()) + part(result.manner().shard()));
        line(String.format(
                Locale.ROOT,
                "  %,.0f requests/s, %,.1f Mb/s, %,d connections, %,d of them open at once at most",
                result.requestsPerSecond(),
                result.throughputMbps(),
                result.connections(),
                result.maxOpenConnections()));
        madeAgain();
        times("response time", result.latencies().responseTime());
        times("service time", result.latencies().serviceTime());
        times("connect time", result.latencies().connectTime());
        times("schedule lag", result.latencies().scheduleLag());
        difference();
        unfinished();
        littlesLaw();
        line(String.format(Locale.ROOT, "  checked: status and length of all, every byte of %,d", result.verified()));
        failures();
        load();
        return text.toString();
    }

    private static String arrivals(Arrivals arrivals) {
        return switch (arrivals) {
            case Arrivals.Closed _ -> "closed loop: a client asks again as soon as it was answered";
            case Arrivals.FixedRate fixed ->
                "open loop: " + Numbers.measured(fixed.requestsPerSecond()) + " requests/s were to be made, "
                        + (fixed.spacing() == Arrivals.Spacing.EVEN ? "evenly spaced" : "Poisson");
            case Arrivals.OwnTimes(double speed, long maxGapMillis) ->
                "open loop: at the trace's own times, " + Numbers.measured(speed) + " times as fast"
                        + (maxGapMillis == 0 ? "" : ", no pause of it longer than " + maxGapMillis / 1e3 + " s");
        };
    }

    private static String part(Shard shard) {
        return shard.count() == 1 ? "" : "; this is shard " + shard;
    }

    private void times(String name, Histogram histogram) {
        if (histogram.getTotalCount() > 0) {
            line(String.format(
                    Locale.ROOT,
                    "  %-13s mean %8.3f  p50 %8.3f  p90 %8.3f  p99 %8.3f  p99.9 %8.3f  max %8.3f ms",
                    name,
                    histogram.getMean() / NANOS_PER_MILLI,
                    histogram.getValueAtPercentile(50) / NANOS_PER_MILLI,
                    histogram.getValueAtPercentile(90) / NANOS_PER_MILLI,
                    histogram.getValueAtPercentile(99) / NANOS_PER_MILLI,
                    histogram.getValueAtPercentile(99.9) / NANOS_PER_MILLI,
                    histogram.getMaxValue() / NANOS_PER_MILLI));
        }
    }

    /** What the two times mean, and what their difference says here. */
    private void difference() {
        if (result.manner().arrivals().isClosed()) {
            line(
                    "  Response time counts from when a request was to be made, service time from when it was sent. In a closed loop"
                            + " nobody asks while the server");
            line(
                    "  stalls, so both leave out all those who would have: a stall costs one slow response a client, and hides from"
                            + " the percentiles. --rate shows it.");
        } else {
            line(
                    "  Response time counts from when a request was to be made, service time from when it was sent: the difference is"
                            + " the wait for a client that was");
            line(String.format(
                    Locale.ROOT,
                    "  not answered yet, which %,d of the requests had (%.2f %%). A client that only saw service times would leave that"
                            + " out (coordinated omission).",
                    result.backlogged(),
                    result.requests() == 0 ? 0.0 : 100.0 * result.backlogged() / result.requests()));
        }
    }

    private void madeAgain() {
        if (result.madeAgain() > 0) {
            line(String.format(
                    Locale.ROOT,
                    "  %,d requests were made again: the server closed their connections before any answer came",
                    result.madeAgain()));
        }
    }

    /** What those who only look at answers would not see. */
    private void unfinished() {
        Unfinished unfinished = result.unfinished();
        if (unfinished.count() > 0) {
            line(String.format(
                    Locale.ROOT,
                    "  unfinished: %,d requests were under way when it was stopped, and %,d were due and had not been made; they are in"
                            + " no figure above,",
                    unfinished.underWay(),
                    unfinished.unmade()));
            line(String.format(
                    Locale.ROOT,
                    "  and had waited for %.3f ms on average, for %.3f ms at most",
                    unfinished.waited().getMean() / NANOS_PER_MILLI,
                    unfinished.waited().getMaxValue() / NANOS_PER_MILLI));
        }
        if (result.manner().arrivals() instanceof Arrivals.FixedRate && result.backloggedAtEnd() > 0) {
            line(String.format(
                    Locale.ROOT,
                    "  %,d requests had to wait when the trace was at its end: the rate stays, and fewer and fewer clients have requests"
                            + " left; --duration ends before",
                    result.backloggedAtEnd()));
        }
    }

    private void littlesLaw() {
        LittlesLaw law = result.littlesLaw();
        line(String.format(
                Locale.ROOT,
                "  Little's law: %.4g requests in the system on average; throughput x response time = %.4g%s",
                law.inSystem(),
                law.throughputTimesResponseTime(),
                law.holds()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %.0f %% apart: requests that failed or had no end are in the first number only",
                                100 * law.apart())));
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
                "  generator: %.0f %% of a CPU, %.2f us a request, at most %,.0f MB of memory",
                100 * load.cpuFraction(),
                result.requests() == 0 ? 0.0 : (double) load.cpuMicros() / result.requests(),
                load.peakResidentBytes() / 1e6));
        if (load.waited()) {
            line(String.format(
                    Locale.ROOT,
                    "  NOTE: the generator was ready to run and waited for a processor for %.0f %% of the time, which is in its response"
                            + " times: give it one of its own",
                    100 * load.waitFraction()));
        }
        List<String> reasons = Saturation.reasons(result);
        reasons.forEach(reason -> line("  SATURATED, this run does not count: " + reason));
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
