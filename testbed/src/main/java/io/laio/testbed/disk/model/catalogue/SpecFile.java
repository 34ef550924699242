package io.laio.testbed.disk.model.catalogue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A device model's file, taken apart: JSON, in which comments are allowed.
 *
 * @param title what the device stands for
 * @param kind which kind of model it is
 * @param parameters its values, in the file's order
 */
record SpecFile(String title, String kind, Map<String, Parameter> parameters) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.ALLOW_COMMENTS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final Set<String> FIELDS = Set.of("title", "kind", "like", "parameters");
    private static final Set<String> PARTS = Set.of("value", "mark", "source");
    private static final Set<String> MARKS = Set.of("S", "P", "V", "D", "R", "U");

    /** Keeps the order. */
    SpecFile {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Reads a file, and the one beside it that it is said to be like, whose values it replaces by its own. */
    static SpecFile read(Path file) throws DiskSpecException {
        JsonNode json = parse(file);
        Optional<String> like = Optional.ofNullable(json.path("like").textValue());
        if (like.isEmpty()) {
            return new SpecFile(text(file, json, "title"), text(file, json, "kind"), parameters(file, json));
        }
        Path other = file.resolveSibling(like.get() + DiskCatalogue.SUFFIX);
        if (parse(other).has("like")) {
            throw new DiskSpecException(file + ": like: " + like.get() + " is itself like another; name that one");
        }
        SpecFile base = read(other);
        Map<String, Parameter> parameters = new LinkedHashMap<>(base.parameters());
        parameters.putAll(parameters(file, json));
        return new SpecFile(text(file, json, "title"), base.kind(), parameters);
    }

    private static JsonNode parse(Path file) throws DiskSpecException {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            if (!json.isObject()) {
                throw new DiskSpecException(file + ": a device model is a JSON object");
            }
            for (Map.Entry<String, JsonNode> field : json.properties()) {
                require(FIELDS.contains(field.getKey()), file + ": " + field.getKey() + ": no such field");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new DiskSpecException(file + ": not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new DiskSpecException("the device model " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(Path file, JsonNode json, String field) throws DiskSpecException {
        String text = json.path(field).asText("");
        require(!text.isBlank(), file + ": " + field + " is missing");
        return text;
    }

    private static Map<String, Parameter> parameters(Path file, JsonNode json) throws DiskSpecException {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.path("parameters").properties()) {
            parameters.put(entry.getKey(), parameter(file + ": " + entry.getKey(), entry.getValue()));
        }
        return parameters;
    }

    /** A value without a source is refused: nobody could tell later whether it is a guess. */
    private static Parameter parameter(String where, JsonNode json) throws DiskSpecException {
        require(json.isObject(), where + ": an object with value, mark and source");
        for (Map.Entry<String, JsonNode> part : json.properties()) {
            require(PARTS.contains(part.getKey()), where + ": " + part.getKey() + ": no such field");
        }
        String mark = json.path("mark").asText("");
        require(json.path("value").isValueNode(), where + ": its value is missing");
        require(MARKS.contains(mark), where + ": mark: \"" + mark + "\" is none of S, P, V, D, R, U");
        String source = json.path("source").asText("");
        require(!source.isBlank(), where + ": its source is missing");
        return new Parameter(json.path("value").asText(), mark, source, where);
    }

    private static void require(boolean condition, String message) throws DiskSpecException {
        if (!condition) {
            throw new DiskSpecException(message);
        }
    }
}
