package io.laio.workload.replay;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.laio.workload.trace.TraceHeader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;

/** Reads a result that {@link ReplayJson} wrote. Strict: what is missing or of another version is refused. */
public final class ReplayJsonReader {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ReplayJsonReader() {}

    /**
     * Reads a result.
     *
     * @param file what {@code laio workload replay --json} printed
     * @return the result, without the parameters of its trace
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no such result, with its name and what is wrong
     */
    public static ReplayResult read(Path file) throws IOException {
        String text = text(file);
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    file + ": not a replay's result (it is empty: the replay is not over, or could not begin)");
        }
        try {
            return result(MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + ": not a replay's result (it is not one JSON object)", e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(file + ": not a replay's result (" + e.getMessage() + ")", e);
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + ": not a replay's result (it is no text)", e);
        }
    }

    private static ReplayResult result(JsonNode json) {
        int version = json.path("schemaVersion").asInt();
        if (version != ReplayJson.SCHEMA_VERSION) {
            throw new IllegalArgumentException("schemaVersion " + version + ", not " + ReplayJson.SCHEMA_VERSION);
        }
        JsonNode plan = field(json, "plan");
        return new ReplayResult(
                field(json, "version").asText(),
                field(plan, "target").asText(),
                manner(plan),
                trace(field(json, "trace")),
                Instant.parse(field(json, "startedAt").asText()),
                Math.round(field(json, "elapsedMillis").doubleValue() * NANOS_PER_MILLI),
                StopReason.valueOf(field(json, "stopReason").asText()),
                whole(json, "sequences"),
                whole(json, "requests"),
                whole(json, "bytes"),
                whole(json, "verified"),
                whole(json, "backlogged"),
                whole(json, "backloggedAtEnd"),
                whole(json, "madeAgain"),
                field(field(json, "littlesLaw"), "inSystem").doubleValue(),
                statuses(field(json, "statuses")),
                failures(field(json, "failures"), JsonNode::longValue, count -> count > 0),
                failures(field(json, "failureExamples"), JsonNode::asText, example -> true),
                latencies(field(json, "histograms")),
                unfinished(json),
                whole(json, "connections"),
                Math.toIntExact(whole(json, "maxOpenConnections")),
                new GeneratorLoad(
                        whole(json, "generatorCpuMicros"),
                        field(json, "generatorCpuFraction").doubleValue(),
                        json.path("generatorWaitFraction").asDouble(Double.NaN),
                        whole(json, "generatorPeakResidentBytes")),
                Optional.ofNullable(json.get("serverClock")).map(ReplayJsonReader::clock));
    }

    private static Manner manner(JsonNode plan) {
        return new Manner(
                Math.toIntExact(whole(plan, "clients")),
                arrivals(field(plan, "arrivals")),
                new Shard(Math.toIntExact(whole(plan, "shard")), Math.toIntExact(whole(plan, "shards"))),
                new Manner.Limits(whole(plan, "maxRequests"), whole(plan, "maxDurationMillis")),
                new Manner.Tolerance(whole(plan, "timeoutMillis"), whole(plan, "maxFailures")),
                Math.toIntExact(whole(plan, "verifyEvery")),
                field(plan, "connectionPerRequest").booleanValue());
    }

    private static Arrivals arrivals(JsonNode json) {
        String kind = field(json, "kind").asText();
        return switch (kind) {
            case "closed" -> new Arrivals.Closed();
            case "rate" ->
                new Arrivals.FixedRate(
                        field(json, "requestsPerSecond").doubleValue(),
                        Arrivals.Spacing.valueOf(field(json, "spacing").asText()),
                        whole(json, "seed"));
            case "own-times" -> new Arrivals.OwnTimes(field(json, "speed").doubleValue(), whole(json, "maxGapMillis"));
            default -> throw new IllegalArgumentException("arrivals of the kind \"" + kind + "\"");
        };
    }

    private static TraceHeader trace(JsonNode json) {
        return new TraceHeader(
                Math.toIntExact(whole(json, "formatVersion")),
                field(json, "name").asText(),
                whole(json, "seed"),
                Map.of(),
                field(json, "sha256").asText(),
                Math.toIntExact(whole(json, "files")),
                whole(json, "footprintBytes"),
                whole(json, "sequences"),
                whole(json, "requests"));
    }

    private static SortedMap<Integer, Long> statuses(JsonNode json) {
        SortedMap<Integer, Long> statuses = new TreeMap<>();
        json.properties()
                .forEach(entry -> statuses.put(
                        Integer.valueOf(entry.getKey()), entry.getValue().longValue()));
        return statuses;
    }

    private static <V> Map<FailureClass, V> failures(JsonNode json, Function<JsonNode, V> value, Predicate<V> counts) {
        Map<FailureClass, V> failures = new EnumMap<>(FailureClass.class);
        json.properties().forEach(entry -> {
            V read = value.apply(entry.getValue());
            if (counts.test(read)) {
                failures.put(FailureClass.valueOf(entry.getKey()), read);
            }
        });
        return failures;
    }

    private static Latencies latencies(JsonNode json) {
        return new Latencies(
                histogram(json, "response"),
                histogram(json, "service"),
                histogram(json, "connect"),
                histogram(json, "lag"));
    }

    private static Unfinished unfinished(JsonNode json) {
        JsonNode counts = field(json, "unfinished");
        return new Unfinished(
                whole(counts, "underWay"),
                whole(counts, "unmade"),
                histogram(field(json, "histograms"), Unfinished.TAG));
    }

    private static Histogram histogram(JsonNode json, String tag) {
        return HistogramText.read(field(json, tag).asText(), tag);
    }

    private static ClockOffset clock(JsonNode json) {
        return new ClockOffset(
                field(json, "aheadByAtLeastMillis").doubleValue(),
                field(json, "aheadByAtMostMillis").doubleValue(),
                whole(json, "samples"));
    }

    private static long whole(JsonNode json, String name) {
        JsonNode value = field(json, name);
        if (!value.canConvertToLong()) {
            throw new IllegalArgumentException("\"" + name + "\" is not a whole number");
        }
        return value.longValue();
    }

    private static JsonNode field(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it lacks \"" + name + "\"");
        }
        return value;
    }
}
