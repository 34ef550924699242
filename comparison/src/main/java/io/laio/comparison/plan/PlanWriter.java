package io.laio.comparison.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laio.analysis.files.WholeFiles;
import io.laio.comparison.cgroup.ReadLimit;
import io.laio.comparison.results.CacheState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;

/**
 * Writes a plan as {@link PlanReader} reads it, with everything in it that the command line had changed: what it was read from
 * may be edited the next minute.
 */
public final class PlanWriter {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private PlanWriter() {}

    /**
     * Writes a plan, whole or not at all.
     *
     * @param plan the plan
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public static void write(Plan plan, Path file) throws IOException {
        String text = JSON.writeValueAsString(json(plan)) + "\n";
        WholeFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode json(Plan plan) {
        ObjectNode json = JSON.createObjectNode().put("name", plan.name());
        if (plan.parts().size() == 1) {
            cross(json, plan.parts().getFirst());
        } else {
            ArrayNode parts = json.putArray(PlanParts.NAME);
            plan.parts().forEach(part -> cross(parts.addObject(), part));
        }
        json.put("scale", plan.scale().text());
        limits(json, plan.limits());
        json.put("engine", plan.servers().engine());
        json.put("lazy", plan.servers().lazy());
        setup(json, plan.setup());
        json.put("codeSize", plan.extras().codeSize());
        json.put("microbenchmark", plan.extras().microbenchmark().name().toLowerCase(Locale.ROOT));
        return json.put("seed", plan.seed());
    }

    private static void cross(ObjectNode json, Plan.Cross cross) {
        texts(json.putArray("servers"), cross.servers());
        texts(json.putArray("workloads"), cross.workloads());
        texts(
                json.putArray("cache"),
                cross.caches().stream().map(CacheState::label).toList());
        texts(
                json.putArray("memory"),
                cross.memory().stream().map(MemorySize::text).toList());
        ArrayNode clients = json.putArray("clients");
        cross.clients().forEach(clients::add);
        json.put("repeats", cross.repeats());
    }

    private static void texts(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }

    private static void limits(ObjectNode json, Plan.Limits limits) {
        json.put("requests", limits.requests());
        json.put("seconds", limits.seconds());
        json.put("warmUpRequests", limits.warmUpRequests());
    }

    private static void setup(ObjectNode json, Plan.Setup setup) {
        json.put("disk", setup.disk());
        json.put("network", setup.network());
        json.put(
                "readAhead",
                setup.readAheadBytes().isPresent()
                        ? Long.toString(setup.readAheadBytes().getAsLong())
                        : PlanReader.LEFT_ALONE);
        setup.readLimit().ifPresent(limit -> readLimit(json.putObject("readLimit"), limit));
    }

    private static void readLimit(ObjectNode json, ReadLimit limit) {
        limit.readsPerSecond().ifPresent(reads -> json.put("iops", reads));
        limit.bytesPerSecond().ifPresent(bytes -> json.put("bps", bytes));
    }
}
