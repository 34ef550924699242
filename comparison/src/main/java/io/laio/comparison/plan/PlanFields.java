package io.laio.comparison.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fields of one plan as texts, and where each was written. Every field is asked for once; what nobody asked for is a
 * mistake in the plan.
 */
final class PlanFields {
    /** A field's texts (one, unless the field is a list) and what to call it in a message. */
    record Field(String origin, List<String> values) {}

    private final String source;
    private final Map<String, Field> fields;
    private final Set<String> asked = new HashSet<>();

    PlanFields(String source, Map<String, Field> fields) {
        this.source = source;
        this.fields = fields;
    }

    <T> List<T> list(String name, Function<String, T> parser) throws PlanException {
        Field field = require(name);
        if (field.values().isEmpty()) {
            throw new PlanException(field.origin() + ": one value at least is needed");
        }
        List<T> parsed = new ArrayList<>();
        for (String value : field.values()) {
            parsed.add(parse(field, value, parser));
        }
        if (new HashSet<>(parsed).size() < parsed.size()) {
            throw new PlanException(field.origin() + ": a value is named twice in " + field.values());
        }
        return parsed;
    }

    <T> List<T> list(String name, List<T> fallback, Function<String, T> parser) throws PlanException {
        asked.add(name);
        return fields.containsKey(name) ? list(name, parser) : fallback;
    }

    <T> T one(String name, Function<String, T> parser) throws PlanException {
        Field field = require(name);
        if (field.values().size() != 1) {
            throw new PlanException(field.origin() + ": one value is needed, not " + field.values());
        }
        return parse(field, field.values().getFirst(), parser);
    }

    <T> T one(String name, T fallback, Function<String, T> parser) throws PlanException {
        asked.add(name);
        return fields.containsKey(name) ? one(name, parser) : fallback;
    }

    /** All texts of a field at once. */
    <T> T all(String name, T fallback, Function<List<String>, T> parser) throws PlanException {
        asked.add(name);
        Field field = fields.get(name);
        if (field == null) {
            return fallback;
        }
        try {
            return parser.apply(field.values());
        } catch (IllegalArgumentException e) {
            throw new PlanException(field.origin() + ": " + e.getMessage(), e);
        }
    }

    private Field require(String name) throws PlanException {
        asked.add(name);
        Field field = fields.get(name);
        if (field == null) {
            throw new PlanException(source + ": " + name + " is missing");
        }
        return field;
    }

    private static <T> T parse(Field field, String value, Function<String, T> parser) throws PlanException {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw new PlanException(field.origin() + ": " + e.getMessage(), e);
        }
    }

    /** Fails if the plan has a field that nobody asked for, here or, if it is one of these, elsewhere. */
    void requireNothingBut(Set<String> elsewhere) throws PlanException {
        asked.addAll(elsewhere);
        for (Map.Entry<String, Field> entry : fields.entrySet()) {
            if (!asked.contains(entry.getKey())) {
                String known = asked.stream().sorted().collect(Collectors.joining(", "));
                throw new PlanException(entry.getValue().origin() + ": no such field; there are " + known);
            }
        }
    }
}
