package io.laio.workload.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The header as the first line of the file: one JSON object, its fields always in the same order. */
final class TraceHeaderJson {
    static final String FORMAT = "laio-trace";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TraceHeaderJson() {}

    static byte[] write(TraceHeader header) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("format", FORMAT).put("version", header.formatVersion());
        json.put("name", header.name()).put("seed", header.seed());
        ObjectNode parameters = json.putObject("parameters");
        header.parameters().forEach(parameters::put);
        json.put("sha256", header.sha256());
        json.put("files", header.files()).put("footprintBytes", header.footprintBytes());
        json.put("sequences", header.sequences()).put("requests", header.requests());
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Throws IllegalArgumentException, with what is wrong, if the line is not a header of this version. */
    static TraceHeader read(String line) {
        JsonNode json = parse(line);
        if (!json.path("format").asText().equals(FORMAT)) {
            throw new IllegalArgumentException("its header does not say " + FORMAT);
        }
        int version = json.path("version").asInt();
        if (version != TraceHeader.FORMAT_VERSION) {
            throw new IllegalArgumentException("format version " + version + ", not " + TraceHeader.FORMAT_VERSION);
        }
        return new TraceHeader(
                version,
                field(json, "name").asText(),
                number(json, "seed"),
                parameters(field(json, "parameters")),
                field(json, "sha256").asText(),
                Math.toIntExact(count(json, "files")),
                count(json, "footprintBytes"),
                count(json, "sequences"),
                count(json, "requests"));
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("its header is not JSON", e);
        }
    }

    private static JsonNode field(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            throw new IllegalArgumentException("its header lacks \"" + name + "\"");
        }
        return value;
    }

    private static long number(JsonNode json, String name) {
        JsonNode value = field(json, name);
        if (!value.canConvertToLong()) {
            throw new IllegalArgumentException("\"" + name + "\" in its header is not a number");
        }
        return value.longValue();
    }

    private static long count(JsonNode json, String name) {
        long value = number(json, name);
        if (value < 0) {
            throw new IllegalArgumentException("\"" + name + "\" in its header is negative");
        }
        return value;
    }

    private static Map<String, String> parameters(JsonNode json) {
        Map<String, String> parameters = new LinkedHashMap<>();
        json.properties().forEach(e -> parameters.put(e.getKey(), e.getValue().asText()));
        return parameters;
    }
}
