package io.laio.workload.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laio.workload.trace.TraceHeader;
import org.HdrHistogram.Histogram;

/** A result as JSON; every field is described in docs/replay-output.md. */
public final class ReplayJson {
    private static final int SCHEMA_VERSION = 1;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReplayJson() {}

    /**
     * Writes the object.
     *
     * @param result what to show
     * @return JSON, indented, with a line end
     */
    public static String of(ReplayResult result) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("schemaVersion", SCHEMA_VERSION);
        trace(json.putObject("trace"), result.trace());
        plan(json.putObject("plan"), result.plan());
        json.put("startedAt", result.startedAt().toString());
        json.put("elapsedMillis", result.elapsedNanos() / NANOS_PER_MILLI);
        json.put("stopReason", result.stopReason().name());
        json.put("sequences", result.sequences()).put("requests", result.requests());
        json.put("bytes", result.bytes()).put("verified", result.verified());
        json.put("requestsPerSecond", result.requestsPerSecond());
        json.put("throughputMbps", result.throughputMbps());
        times(json, result.latencies());
        outcomes(json, result);
        json.put("connections", result.connections()).put("maxOpenConnections", result.maxOpenConnections());
        json.put("generatorCpuMicros", result.load().cpuMicros());
        json.put("generatorCpuFraction", result.load().cpuFraction());
        json.put("generatorSaturated", result.load().saturated());
        return json.toPrettyString() + "\n";
    }

    private static void trace(ObjectNode json, TraceHeader trace) {
        json.put("name", trace.name()).put("seed", trace.seed()).put("sha256", trace.sha256());
    }

    private static void plan(ObjectNode json, ReplayPlan plan) {
        json.put("target", plan.target().getHostString() + ":" + plan.target().getPort());
        json.put("clients", plan.clients()).put("maxRequests", plan.maxRequests());
        json.put("maxDurationMillis", plan.maxDurationMillis()).put("verifyEvery", plan.verifyEvery());
        json.put("connectionPerRequest", plan.connectionPerRequest());
        json.put("timeoutMillis", plan.timeoutMillis()).put("maxFailures", plan.maxFailures());
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
}
