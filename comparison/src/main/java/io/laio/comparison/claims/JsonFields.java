package io.laio.comparison.claims;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of one JSON object of a claims file, and where it stands. What nobody asked for is a mistake in the file. Complaints are
 * {@link IllegalArgumentException}s, which the reader turns into {@link ClaimsException}s.
 */
final class JsonFields {
    private final String place;
    private final JsonNode object;
    private final Set<String> asked = new HashSet<>();

    JsonFields(String place, JsonNode object) {
        this.place = place;
        this.object = object;
        if (!object.isObject()) {
            throw wrong("an object is needed");
        }
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name) {
        return text(name, require(name));
    }

    <T> T text(String name, Function<String, T> parser) {
        return parsed(name, text(name), parser);
    }

    Optional<String> optionalText(String name) {
        asked.add(name);
        return object.has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    boolean flag(String name) {
        asked.add(name);
        JsonNode node = object.path(name);
        if (!node.isMissingNode() && !node.isBoolean()) {
            throw wrong(name + ": true or false is needed");
        }
        return node.asBoolean(false);
    }

    double number(String name) {
        return number(name, require(name));
    }

    /** A list with one element at least, no text twice. */
    <T> List<T> texts(String name, Function<String, T> parser) {
        List<T> values = new ArrayList<>();
        for (JsonNode element : list(name)) {
            values.add(parsed(name, text(name, element), parser));
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw wrong(name + ": a value is named twice");
        }
        return values;
    }

    List<Double> numbers(String name) {
        List<Double> values = new ArrayList<>();
        list(name).forEach(element -> values.add(number(name, element)));
        return values;
    }

    <T> List<T> objects(String name, Function<JsonFields, T> reader) {
        List<T> values = new ArrayList<>();
        for (JsonNode element : list(name)) {
            values.add(read(new JsonFields(place + ": " + name + "[" + values.size() + "]", element), reader));
        }
        return values;
    }

    <T> T object(String name, Function<JsonFields, T> reader) {
        return read(new JsonFields(place + ": " + name, require(name)), reader);
    }

    private static <T> T read(JsonFields fields, Function<JsonFields, T> reader) {
        T value = reader.apply(fields);
        fields.requireNothingElse();
        return value;
    }

    private JsonNode list(String name) {
        JsonNode list = require(name);
        if (!list.isArray() || list.isEmpty()) {
            throw wrong(name + ": a list is needed, with one element at least");
        }
        return list;
    }

    private <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw wrong(name + ": " + e.getMessage());
        }
    }

    private String text(String name, JsonNode node) {
        if (!node.isTextual() || node.asText().isBlank()) {
            throw wrong(name + ": a text is needed");
        }
        return node.asText();
    }

    private double number(String name, JsonNode node) {
        if (!node.isNumber()) {
            throw wrong(name + ": a number is needed");
        }
        return node.asDouble();
    }

    private JsonNode require(String name) {
        asked.add(name);
        if (!object.has(name)) {
            throw wrong(name + " is missing");
        }
        return object.get(name);
    }

    /** Fails if there is a field that nobody asked for. */
    void requireNothingElse() {
        object.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                throw wrong(name + ": no such field; there are "
                        + String.join(", ", asked.stream().sorted().toList()));
            }
        });
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(place + ": " + what);
    }
}
