package io.laio.comparison.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.laio.comparison.plan.PlanFields.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code parts}: crosses of their own, each of which says what it combines otherwise than the plan. */
final class PlanParts {
    static final String NAME = "parts";

    /** What is combined, and so may differ; everything else makes the workloads and the machine, of which there is one each. */
    static final Set<String> CROSSED = Set.of("servers", "workloads", "cache", "clients", "repeats", "memory");

    private PlanParts() {}

    /** The fields of each part, without those that it shares; one without any if the plan has no parts. */
    static List<Map<String, Field>> of(String source, JsonNode plan) throws PlanException {
        JsonNode node = plan.get(NAME);
        if (node == null) {
            return List.of(Map.of());
        }
        List<Map<String, Field>> parts = new ArrayList<>();
        for (JsonNode part : node) {
            parts.add(part(source + ": " + NAME + "[" + parts.size() + "]", part));
        }
        if (!node.isArray() || parts.isEmpty()) {
            throw new PlanException(source + ": " + NAME + ": a list of one part at least is needed");
        }
        return parts;
    }

    private static Map<String, Field> part(String origin, JsonNode part) throws PlanException {
        if (!part.isObject()) {
            throw new PlanException(origin + ": a part is a JSON object");
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : part.properties()) {
            String name = entry.getKey();
            if (!CROSSED.contains(name)) {
                throw new PlanException(origin + ": " + name + " cannot differ between parts; there are "
                        + String.join(", ", CROSSED.stream().sorted().toList()));
            }
            fields.put(name, new Field(origin + ": " + name, PlanReader.texts(entry.getValue())));
        }
        return fields;
    }
}
