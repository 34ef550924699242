package io.laio.testbed.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.laio.testbed.disk.model.catalogue.DeviceSettings;
import io.laio.testbed.disk.model.catalogue.Parameter;
import io.laio.testbed.disk.model.simulation.Description;
import io.laio.testbed.disk.model.simulation.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A description for a program. The same model, size and seed give the same bytes.
 *
 * @param description what to write
 */
record DescriptionJson(Description description) {
    String text() {
        try {
            return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root());
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("maps, lists, text and numbers can be written", impossible);
        }
    }

    private Map<String, Object> root() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("name", description.spec().name());
        root.put("title", description.spec().title());
        root.put("sizeBytes", description.sizeBytes());
        root.put("seed", description.seed());
        root.put("randomReads4KB", randomReads());
        root.put("sequentialReads128KBMegabytesPerSecond", inOrder());
        root.put("settings", settings(description.spec().settings()));
        root.put("parameters", parameters());
        return root;
    }

    private List<Map<String, Object>> randomReads() {
        List<Map<String, Object>> rows = new ArrayList<>();
        description.randomReads().forEach((depth, outcome) -> rows.add(row(depth, outcome)));
        return rows;
    }

    private static Map<String, Object> row(int depth, Outcome outcome) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("outstanding", depth);
        row.put("requestsPerSecond", outcome.requestsPerSecond());
        row.put("meanResponseMillis", outcome.meanResponseMillis());
        return row;
    }

    private Map<String, Object> inOrder() {
        Map<String, Object> rates = new LinkedHashMap<>();
        description.sequentialReads().forEach((place, outcome) -> rates.put(place, outcome.megabytesPerSecond()));
        return rates;
    }

    private static Map<String, Object> settings(DeviceSettings settings) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("readAheadKilobytes", settings.readAheadKilobytes());
        fields.put("maxRequestBytes", settings.maxRequestBytes());
        fields.put("rotational", settings.rotational());
        fields.put("queueDepth", settings.queueDepth());
        return fields;
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        description.spec().parameters().forEach((name, parameter) -> parameters.put(name, fields(parameter)));
        return parameters;
    }

    private static Map<String, Object> fields(Parameter parameter) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("value", parameter.value());
        fields.put("mark", parameter.mark());
        fields.put("source", parameter.source());
        return fields;
    }
}
