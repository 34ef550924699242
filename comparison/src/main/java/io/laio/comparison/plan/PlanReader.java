package io.laio.comparison.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laio.comparison.plan.PlanFields.Field;
import io.laio.comparison.results.CacheState;
import io.laio.testbed.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads a plan: a JSON object, in which comments are allowed, overridden field by field by the command line. Both are
 * checked in the same way, and every complaint names the field and where it was written.
 */
public final class PlanReader {
    static final String LEFT_ALONE = "leave";

    /** Linux's for most disks, and about what the systems of 2004 had: docs/decisions/0010-read-ahead.md. */
    private static final long USUAL_READ_AHEAD_BYTES = 128 << 10;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.ALLOW_COMMENTS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private PlanReader() {}

    /**
     * Reads a plan.
     *
     * @param file the JSON file
     * @param overrides values from the command line, by field; each replaces the file's
     * @return the plan
     * @throws PlanException if it cannot be read or is not a plan
     */
    public static Plan read(Path file, Map<String, List<String>> overrides) throws PlanException {
        JsonNode root = object(file);
        Map<String, Field> given = new LinkedHashMap<>();
        overrides.forEach((name, values) -> given.put(name, new Field("--" + optionOf(name), values)));
        Map<String, Field> shared = fields(file, root);
        List<PlanFields> parts = new ArrayList<>();
        for (Map<String, Field> part : PlanParts.of(file.toString(), root)) {
            parts.add(new PlanFields(file.toString(), layered(List.of(shared, part, given))));
        }
        return plan(new PlanFields(file.toString(), layered(List.of(shared, given))), parts);
    }

    /** Later ones count. */
    private static Map<String, Field> layered(List<Map<String, Field>> layers) {
        Map<String, Field> all = new LinkedHashMap<>();
        layers.forEach(all::putAll);
        return all;
    }

    /** The option of a field: {@code readAhead} is given as {@code --read-ahead}, {@code servers} as {@code --server}. */
    private static String optionOf(String field) {
        return switch (field) {
            case "servers" -> "server";
            case "workloads" -> "workload";
            default -> field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        };
    }

    private static JsonNode object(Path file) throws PlanException {
        JsonNode root = parse(file);
        if (!root.isObject()) {
            throw new PlanException(file + ": a plan is a JSON object");
        }
        return root;
    }

    private static Map<String, Field> fields(Path file, JsonNode root) {
        Map<String, Field> fields = new LinkedHashMap<>();
        root.properties().stream()
                .filter(entry -> !entry.getKey().equals(PlanParts.NAME))
                .forEach(entry ->
                        fields.put(entry.getKey(), new Field(file + ": " + entry.getKey(), texts(entry.getValue()))));
        return fields;
    }

    private static JsonNode parse(Path file) throws PlanException {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new PlanException(file + ": not JSON: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new PlanException("the plan " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** An object's texts are those of an option with several parts: {@code name=value}. */
    static List<String> texts(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue().asText())
                    .toList();
        }
        if (!value.isArray()) {
            return List.of(value.asText());
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static Plan plan(PlanFields fields, List<PlanFields> parts) throws PlanException {
        Scale scale = fields.one("scale", Scale::parse);
        List<Plan.Cross> crosses = new ArrayList<>();
        for (PlanFields part : parts) {
            crosses.add(cross(part, Plan.studyMemory(scale)));
        }
        Plan plan = new Plan(
                fields.one("name", PlanReader::text),
                crosses,
                scale,
                limits(fields),
                servers(fields),
                setup(fields),
                extras(fields),
                fields.one("seed", value -> Numbers.whole(value, 0)));
        fields.requireNothingBut(PlanParts.CROSSED);
        return plan;
    }

    private static Plan.Cross cross(PlanFields fields, MemorySize usual) throws PlanException {
        return new Plan.Cross(
                fields.list("servers", PlanReader::text),
                fields.list("workloads", PlanReader::text),
                fields.list("cache", PlanReader::cacheState),
                fields.list("memory", List.of(usual), MemorySize::parse),
                fields.list("clients", Numbers::count),
                fields.one("repeats", Numbers::count));
    }

    private static Plan.Limits limits(PlanFields fields) throws PlanException {
        return new Plan.Limits(
                fields.one("requests", value -> Numbers.whole(value, 0)),
                fields.one("seconds", Numbers::positive),
                fields.one("warmUpRequests", value -> Numbers.whole(value, 0)));
    }

    private static Plan.ServerOptions servers(PlanFields fields) throws PlanException {
        return new Plan.ServerOptions(
                fields.one(
                        "engine",
                        Plan.ServerOptions.DEFAULT.engine(),
                        value -> oneOf(value, Set.of("auto", "ring", "workers"))),
                fields.one(
                        "lazy",
                        Plan.ServerOptions.DEFAULT.lazy(),
                        value -> oneOf(value, Set.of("on", "direct", "off"))));
    }

    private static Plan.Setup setup(PlanFields fields) throws PlanException {
        String disk = fields.one("disk", Plan.Setup.NATIVE_DISK, PlanReader::text);
        return new Plan.Setup(
                disk,
                fields.one("network", Network.LOOPBACK, PlanReader::text),
                fields.one("readAhead", usualReadAhead(disk), PlanReader::readAhead),
                fields.all("readLimit", Optional.empty(), ReadLimits::parse));
    }

    private static Plan.Extras extras(PlanFields fields) throws PlanException {
        return new Plan.Extras(
                fields.one(
                        "codeSize",
                        Plan.Extras.NONE.codeSize(),
                        value -> Boolean.parseBoolean(oneOf(value, Set.of("true", "false")))),
                fields.one(
                        "microbenchmark",
                        Plan.Extras.NONE.microbenchmark(),
                        value -> Plan.Microbenchmark.valueOf(
                                oneOf(value, Set.of("none", "short", "full")).toUpperCase(Locale.ROOT))));
    }

    /** A device model has a read-ahead of its own; of the machine's disk it says nothing about the study. */
    private static OptionalLong usualReadAhead(String disk) {
        return disk.equals(Plan.Setup.NATIVE_DISK) ? OptionalLong.of(USUAL_READ_AHEAD_BYTES) : OptionalLong.empty();
    }

    private static OptionalLong readAhead(String value) {
        return value.equals(LEFT_ALONE) ? OptionalLong.empty() : OptionalLong.of(ByteSize.parse(value));
    }

    private static CacheState cacheState(String value) {
        CacheState state = CacheState.of(value);
        if (state == CacheState.COLD_DATA) {
            throw new IllegalArgumentException("cold or warm; cold-data is what cold becomes without root");
        }
        return state;
    }

    private static String text(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a name is needed");
        }
        return value.strip();
    }

    private static String oneOf(String value, Set<String> known) {
        if (!known.contains(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is not known; there is "
                    + String.join(", ", known.stream().sorted().toList()));
        }
        return value;
    }
}
