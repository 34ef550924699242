package io.laio.workload.synth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The properties that a synthesised trace should have, as data (config/workloads/*.json).
 *
 * @param name what the workload is called
 * @param title the same in a few words more
 * @param kind what its documents are like
 * @param parameters every value with its source, in the file's order
 */
public record WorkloadModel(String name, String title, Kind kind, Map<String, Parameter> parameters) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What documents are like. */
    public enum Kind {
        /** Of three classes by size, with a part of the footprint each: the study's table (PAPER.md, section 3). */
        SIZE_CLASSES,
        /** Of four classes of nine files each, in directories that are all alike: SPECweb99. */
        FILE_CLASSES
    }

    /**
     * A value and where it comes from.
     *
     * @param value the number
     * @param mark S stated on the slides, P in the paper, R recalled, U unknown and therefore assumed (PAPER.md)
     * @param source what says so
     */
    public record Parameter(double value, String mark, String source) {}

    /**
     * Checks that all parameters are there and fit each other.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public WorkloadModel {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        new ModelChecks(kind, parameters).run();
    }

    /**
     * Reads a model.
     *
     * @param file JSON as in config/workloads
     * @return the model
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is not a model, with its name and what is wrong
     */
    public static WorkloadModel read(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            JsonNode json = MAPPER.readTree(text);
            return new WorkloadModel(
                    json.path("name").asText(),
                    json.path("title").asText(),
                    kind(json.path("kind").asText("size-classes")),
                    parameters(json.path("parameters")));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": not a workload model (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Sum of the sizes of all files at scale 1.
     *
     * @return bytes
     */
    public double footprintBytes() {
        return value("footprintBytes");
    }

    /**
     * Number of requests at scale 1.
     *
     * @return requests
     */
    public double requests() {
        return value("requests");
    }

    /**
     * Which part of the footprint a class of files has.
     *
     * @param sizeClass the class
     * @return its share, 0 to 1
     */
    public double share(SizeClass sizeClass) {
        return switch (sizeClass) {
            case SMALL -> value("smallShare");
            case MEDIUM -> value("mediumShare");
            case LARGE -> value("largeShare");
        };
    }

    /**
     * The smallest size that is too small for a class.
     *
     * @param sizeClass the class
     * @return bytes; files of the class are larger
     */
    long above(SizeClass sizeClass) {
        return switch (sizeClass) {
            case SMALL -> 0;
            case MEDIUM -> (long) value("smallMaxBytes");
            case LARGE -> (long) value("mediumMaxBytes");
        };
    }

    /** The largest size in a class, in bytes. */
    long upTo(SizeClass sizeClass) {
        return switch (sizeClass) {
            case SMALL -> (long) value("smallMaxBytes");
            case MEDIUM -> (long) value("mediumMaxBytes");
            case LARGE -> (long) value("largestBytes");
        };
    }

    /**
     * A parameter's value.
     *
     * @param parameter its name, as in the file
     * @return the number
     * @throws IllegalArgumentException if the model has no such parameter
     */
    public double value(String parameter) {
        return ModelChecks.get(parameters, parameter);
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "size-classes" -> Kind.SIZE_CLASSES;
            case "file-classes" -> Kind.FILE_CLASSES;
            default ->
                throw new IllegalArgumentException("kind is \"" + word + "\"; there are size-classes and file-classes");
        };
    }

    private static Map<String, Parameter> parameters(JsonNode json) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        json.properties().forEach(entry -> {
            JsonNode parameter = entry.getValue();
            if (!parameter.path("value").isNumber()) {
                throw new IllegalArgumentException(entry.getKey() + " has no number as its value");
            }
            parameters.put(
                    entry.getKey(),
                    new Parameter(
                            parameter.path("value").doubleValue(),
                            parameter.path("mark").asText(),
                            parameter.path("source").asText()));
        });
        return parameters;
    }
}
