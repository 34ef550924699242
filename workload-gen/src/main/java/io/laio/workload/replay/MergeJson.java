package io.laio.workload.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A merged result as JSON: that of {@link ReplayJson}, and what each shard had to do with it (docs/replay-output.md). */
public final class MergeJson {
    private static final double NANOS_PER_MILLI = 1e6;

    private MergeJson() {}

    /**
     * Writes the object.
     *
     * @param whole the merged result
     * @param shards of what
     * @param thresholds what the merged result has to keep
     * @return JSON, indented, with a line end
     */
    public static String of(ReplayResult whole, List<ReplayResult> shards, List<Threshold> thresholds) {
        ObjectNode json = ReplayJson.object(whole);
        ShardStarts.reasons(shards).forEach(json.withArray("invalidReasons")::add);
        ReplayJson.thresholds(json, whole, thresholds);
        ClockSkew.between(shards)
                .ifPresent(skew -> json.putObject("clockSkew")
                        .put("leastMillis", skew.leastMillis())
                        .put("mostMillis", skew.mostMillis()));
        ArrayNode list = json.putArray("shards");
        shards.forEach(shard -> write(list.addObject(), shard));
        return json.toPrettyString() + "\n";
    }

    private static void write(ObjectNode json, ReplayResult shard) {
        json.put("shard", shard.manner().shard().index());
        json.put("startedAt", shard.startedAt().toString());
        json.put("elapsedMillis", shard.elapsedNanos() / NANOS_PER_MILLI);
        json.put("requests", shard.requests());
        json.put("generatorCpuFraction", shard.load().cpuFraction());
        shard.clock().ifPresent(clock -> ReplayJson.clock(json.putObject("serverClock"), clock));
        ArrayNode reasons = json.putArray("invalidReasons");
        Saturation.reasons(shard).forEach(reasons::add);
    }
}
