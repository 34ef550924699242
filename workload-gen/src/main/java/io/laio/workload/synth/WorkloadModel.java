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
 * @param parameters every value with its source, in the file's order; the names are those of the methods below
 */
public record WorkloadModel(String name, String title, Map<String, Parameter> parameters) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double SHARES_TOLERANCE = 1e-9;

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
        new Checks(parameters).run();
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
                    json.path("name").asText(), json.path("title").asText(), parameters(json.path("parameters")));
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

    double bodyMu() {
        return value("bodyMu");
    }

    double bodySigma() {
        return value("bodySigma");
    }

    double tailAlpha() {
        return value("tailAlpha");
    }

    double zipfAlpha() {
        return value("zipfAlpha");
    }

    double singleRequestShare() {
        return value("singleRequestShare");
    }

    int sequenceMin() {
        return (int) value("sequenceMin");
    }

    int sequenceMax() {
        return (int) value("sequenceMax");
    }

    double coverageShare() {
        return value("coverageShare");
    }

    private double value(String parameter) {
        return Checks.get(parameters, parameter);
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

    /** What must hold between the parameters. */
    private record Checks(Map<String, Parameter> parameters) {
        void run() {
            require(value("footprintBytes") > 0, "footprintBytes must be above 0");
            require(value("requests") >= 1, "requests must be 1 or more");
            double shares = value("smallShare") + value("mediumShare") + value("largeShare");
            require(Math.abs(shares - 1) < SHARES_TOLERANCE, "the three shares must add up to 1, give " + shares);
            require(
                    1 <= value("smallMaxBytes")
                            && value("smallMaxBytes") < value("mediumMaxBytes")
                            && value("mediumMaxBytes") < value("largestBytes"),
                    "smallMaxBytes, mediumMaxBytes and largestBytes must increase");
            require(value("bodySigma") > 0, "bodySigma must be above 0");
            require(value("tailAlpha") > 0, "tailAlpha must be above 0");
            require(value("zipfAlpha") >= 0, "zipfAlpha must be 0 or more");
            require(isShare("singleRequestShare"), "singleRequestShare must be between 0 and 1");
            require(isShare("coverageShare"), "coverageShare must be between 0 and 1");
            require(
                    1 <= value("sequenceMin") && value("sequenceMin") <= value("sequenceMax"),
                    "sequenceMin must be 1 or more, and sequenceMax not below it");
        }

        static double get(Map<String, Parameter> parameters, String name) {
            Parameter parameter = parameters.get(name);
            require(parameter != null, name + " is missing");
            return parameter == null ? Double.NaN : parameter.value();
        }

        private double value(String name) {
            return get(parameters, name);
        }

        private boolean isShare(String name) {
            return value(name) >= 0 && value(name) <= 1;
        }

        private static void require(boolean condition, String message) {
            if (!condition) {
                throw new IllegalArgumentException(message);
            }
        }
    }
}
