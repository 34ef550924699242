package io.laio.workload.describe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laio.workload.synth.SizeClass;
import io.laio.workload.trace.TraceHeader;
import java.util.Locale;
import java.util.OptionalDouble;

/** A description as JSON: {@code asked} holds what the trace was made to have, {@code got} what it has. */
public final class DescriptionJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DescriptionJson() {}

    /**
     * Writes the object.
     *
     * @param description what to show
     * @return JSON, indented, with a line end
     */
    public static String of(TraceDescription description) {
        ObjectNode json = MAPPER.createObjectNode();
        TraceHeader header = description.header();
        json.put("name", header.name()).put("seed", header.seed()).put("sha256", header.sha256());
        asked(json.putObject("asked"), new Asked(header.parameters()));
        got(json.putObject("got"), description);
        ObjectNode parameters = json.putObject("parameters");
        header.parameters().forEach(parameters::put);
        return json.toPrettyString() + "\n";
    }

    private static void asked(ObjectNode json, Asked asked) {
        put(json, "footprintBytes", asked.scaled("footprintBytes"));
        put(json, "smallShare", asked.value("smallShare"));
        put(json, "mediumShare", asked.value("mediumShare"));
        put(json, "largeShare", asked.value("largeShare"));
        put(json, "zipfAlpha", asked.value("zipfAlpha"));
        for (int i = 0; i < FileClassShares.CLASSES; i++) {
            String name = "class" + i + "Requests";
            put(json, name, asked.value(name));
        }
    }

    private static void put(ObjectNode json, String name, OptionalDouble value) {
        value.ifPresent(number -> json.put(name, number));
    }

    private static void got(ObjectNode json, TraceDescription description) {
        json.put("footprintBytes", description.footprintBytes());
        json.put("requestedBytes", description.requestedBytes());
        for (SizeClass sizeClass : SizeClass.values()) {
            json.put(lower(sizeClass) + "Share", description.share(sizeClass));
        }
        json.put("files", description.files()).put("filesRequested", description.filesRequested());
        ObjectNode classes = json.putObject("classes");
        description
                .classes()
                .forEach((sizeClass, total) -> classes.putObject(lower(sizeClass))
                        .put("files", total.files())
                        .put("bytes", total.bytes()));
        requests(json, description);
        popularity(json, description);
    }

    private static void popularity(ObjectNode json, TraceDescription description) {
        Popularity popularity = description.popularity();
        json.put("zipfAlpha", popularity.zipfAlpha());
        json.put("top1PercentShare", popularity.shareOfTop(Math.ceilDiv(description.files(), 100L)));
        json.put("top10PercentShare", popularity.shareOfTop(Math.ceilDiv(description.files(), 10L)));
        ArrayNode workingSet = json.putArray("workingSet");
        for (double share : TraceDescription.WORKING_SET_SHARES) {
            workingSet.addObject().put("requestShare", share).put("bytes", popularity.bytesFor(share));
        }
        ArrayNode curve = json.putArray("curve");
        for (int rank : popularity.ranksToDraw()) {
            Popularity.Ranked ranked = popularity.ranked().get(rank - 1);
            curve.addObject()
                    .put("rank", rank)
                    .put("requests", ranked.requests())
                    .put("requestsUpTo", ranked.requestsUpTo())
                    .put("bytesUpTo", ranked.bytesUpTo());
        }
        ArrayNode shares = json.putArray("requestShareOfFileClass");
        for (int i = 0; i < FileClassShares.CLASSES; i++) {
            shares.add(description.fileClasses().share(i));
        }
    }

    private static void requests(ObjectNode json, TraceDescription description) {
        json.put("requests", description.totalRequests());
        ObjectNode kinds = json.putObject("requestKinds");
        description.requests().forEach((kind, number) -> kinds.put(lower(kind), number));
        json.put("responseBytes", description.responseBytes());
        json.put("sequences", description.sequences());
        TraceDescription.Quantiles lengths = description.sequenceLengths();
        json.putObject("sequenceLength")
                .put("mean", lengths.mean())
                .put("p50", lengths.p50())
                .put("p90", lengths.p90())
                .put("p99", lengths.p99())
                .put("max", lengths.max());
        json.put("spanMillis", description.spanMillis());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
