package io.laio.workload.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laio.workload.trace.TraceHeader;
import java.util.List;
import org.HdrHistogram.Histogram;

/** A result as JSON; every field is described in docs/replay-output.md. {@link ReplayJsonReader} reads it back. */
public final class ReplayJson {
    /** The version of the fields that this code writes, and the only one it reads. */
    static final int SCHEMA_VERSION = 3;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReplayJson() {}

    /**
     * Writes the object.
     *
     * @param result what to show
     * @param thresholds what the result has to keep
     * @return JSON, indented, with a line end
     */
    public static String of(ReplayResult result, List<Threshold> thresholds) {
        ObjectNode json = object(result);
        thresholds(json, result, thresholds);
        return json.toPrettyString() + "\n";
    }

    static void thresholds(ObjectNode json, ReplayResult result, List<Threshold> thresholds) {
        ArrayNode list = json.putArray("thresholds");
        thresholds.forEach(threshold -> list.addObject()
                .put("threshold", threshold.text())
                .put("found", threshold.found(result))
                .put("kept", threshold.isKeptBy(result)));
    }

    static ObjectNode object(ReplayResult result) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("schemaVersion", SCHEMA_VERSION).put("version", result.version());
        trace(json.putObject("trace"), result.trace());
        plan(json.putObject("plan"), result);
        json.put("startedAt", result.startedAt().toString());
        json.put("elapsedMillis", result.elapsedNanos() / NANOS_PER_MILLI);
        json.put("stopReason", result.stopReason().name());
        json.put("sequences", result.sequences()).put("requests", result.requests());
        json.put("bytes", result.bytes()).put("verified", result.verified());
        json.put("backlogged", result.backlogged()).put("backloggedAtEnd", result.backloggedAtEnd());
        json.put("madeAgain", result.madeAgain());
        json.put("requestsPerSecond", result.requestsPerSecond());
        json.put("throughputMbps", result.throughputMbps());
        times(json, result.latencies());
        outcomes(json, result);
        unfinished(json.putObject("unfinished"), result.unfinished());
        json.put("connections", result.connections()).put("maxOpenConnections", result.maxOpenConnections());
        generator(json, result);
        histograms(json.putObject("histograms"), result);
        return json;
    }

    private static void trace(ObjectNode json, TraceHeader trace) {
        json.put("name", trace.name()).put("formatVersion", trace.formatVersion());
        json.put("seed", trace.seed()).put("sha256", trace.sha256());
        json.put("files", trace.files()).put("footprintBytes", trace.footprintBytes());
        json.put("sequences", trace.sequences()).put("requests", trace.requests());
    }

    private static void plan(ObjectNode json, ReplayResult result) {
        Manner manner = result.manner();
        json.put("target", result.target()).put("clients", manner.clients());
        arrivals(json.putObject("arrivals"), manner.arrivals());
        json.put("shard", manner.shard().index()).put("shards", manner.shard().count());
        json.put("maxRequests", manner.limits().requests());
        json.put("maxDurationMillis", manner.limits().durationMillis()).put("verifyEvery", manner.verifyEvery());
        json.put("connectionPerRequest", manner.connectionPerRequest());
        json.put("timeoutMillis", manner.tolerance().timeoutMillis());
        json.put("maxFailures", manner.tolerance().maxFailures());
    }

    private static void arrivals(ObjectNode json, Arrivals arrivals) {
        switch (arrivals) {
            case Arrivals.Closed _ -> json.put("kind", "closed");
            case Arrivals.FixedRate(double rate, Arrivals.Spacing spacing, long seed) ->
                json.put("kind", "rate")
                        .put("requestsPerSecond", rate)
                        .put("spacing", spacing.name())
                        .put("seed", seed);
            case Arrivals.OwnTimes(double speed, long maxGapMillis) ->
                json.put("kind", "own-times").put("speed", speed).put("maxGapMillis", maxGapMillis);
        }
    }

    private static void times(ObjectNode json, Latencies latencies) {
        millis(json.putObject("responseTimeMillis"), latencies.responseTime());
        millis(json.putObject("serviceTimeMillis"), latencies.serviceTime());
        millis(json.putObject("connectTimeMillis"), latencies.connectTime());
        millis(json.putObject("scheduleLagMillis"), latencies.scheduleLag());
    }

    private static void millis(ObjectNode json, Histogram histogram) {
        json.put("count", histogram.getTotalCount());
        if (histogram.getTotalCount() > 0) {
            json.put("mean", histogram.getMean() / NANOS_PER_MILLI);
            json.put("p50", histogram.getValueAtPercentile(50) / NANOS_PER_MILLI);
            json.put("p90", histogram.getValueAtPercentile(90) / NANOS_PER_MILLI);
            json.put("p99", histogram.getValueAtPercentile(99) / NANOS_PER_MILLI);
            json.put("p999", histogram.getValueAtPercentile(99.9) / NANOS_PER_MILLI);
            json.put("max", histogram.getMaxValue() / NANOS_PER_MILLI);
        }
    }

    private static void outcomes(ObjectNode json, ReplayResult result) {
        ObjectNode statuses = json.putObject("statuses");
        result.statuses().forEach((status, count) -> statuses.put(status.toString(), count));
        ObjectNode failures = json.putObject("failures");
        for (FailureClass failure : FailureClass.values()) {
            failures.put(failure.name(), result.failures().getOrDefault(failure, 0L));
        }
        ObjectNode examples = json.putObject("failureExamples");
        result.failureExamples().forEach((failure, example) -> examples.put(failure.name(), example));
    }

    private static void generator(ObjectNode json, ReplayResult result) {
        LittlesLaw law = result.littlesLaw();
        json.putObject("littlesLaw")
                .put("inSystem", law.inSystem())
                .put("throughputTimesResponseTime", law.throughputTimesResponseTime())
                .put("holds", law.holds());
        result.clock().ifPresent(clock -> clock(json.putObject("serverClock"), clock));
        json.put("generatorCpuMicros", result.load().cpuMicros());
        json.put("generatorCpuFraction", result.load().cpuFraction());
        if (!Double.isNaN(result.load().waitFraction())) {
            json.put("generatorWaitFraction", result.load().waitFraction());
        }
        json.put("generatorPeakResidentBytes", result.load().peakResidentBytes());
        json.put("generatorSaturated", result.load().saturated());
        ArrayNode reasons = json.putArray("invalidReasons");
        Saturation.reasons(result).forEach(reasons::add);
    }

    static void clock(ObjectNode json, ClockOffset clock) {
        json.put("aheadByAtLeastMillis", clock.lowMillis());
        json.put("aheadByAtMostMillis", clock.highMillis());
        json.put("samples", clock.samples());
    }

    private static void unfinished(ObjectNode json, Unfinished unfinished) {
        json.put("underWay", unfinished.underWay()).put("unmade", unfinished.unmade());
        millis(json.putObject("waitedMillis"), unfinished.waited());
    }

    private static void histograms(ObjectNode json, ReplayResult result) {
        result.latencies().all().forEach(histogram -> json.put(histogram.getTag(), HistogramText.of(histogram)));
        json.put(Unfinished.TAG, HistogramText.of(result.unfinished().waited()));
    }
}
