package io.laio.workload.synth;

import io.laio.workload.synth.WorkloadModel.Kind;
import io.laio.workload.synth.WorkloadModel.Parameter;
import java.util.Map;

/**
 * What must hold between the parameters of a model.
 *
 * @param kind which model
 * @param parameters its parameters
 */
record ModelChecks(Kind kind, Map<String, Parameter> parameters) {
    private static final double SHARES_TOLERANCE = 1e-9;

    void run() {
        require(value("requests") >= 1, "requests must be 1 or more");
        require(isShare("singleRequestShare"), "singleRequestShare must be between 0 and 1");
        require(isShare("coverageShare"), "coverageShare must be between 0 and 1");
        require(
                1 <= value("sequenceMin") && value("sequenceMin") <= value("sequenceMax"),
                "sequenceMin must be 1 or more, and sequenceMax not below it");
        switch (kind) {
            case SIZE_CLASSES -> sizeClasses();
            case FILE_CLASSES -> fileClasses();
        }
    }

    private void sizeClasses() {
        require(value("zipfAlpha") >= 0, "zipfAlpha must be 0 or more");
        require(value("footprintBytes") > 0, "footprintBytes must be above 0");
        double shares = value("smallShare") + value("mediumShare") + value("largeShare");
        require(Math.abs(shares - 1) < SHARES_TOLERANCE, "the three shares must add up to 1, give " + shares);
        require(
                1 <= value("smallMaxBytes")
                        && value("smallMaxBytes") < value("mediumMaxBytes")
                        && value("mediumMaxBytes") < value("largestBytes"),
                "smallMaxBytes, mediumMaxBytes and largestBytes must increase");
        require(value("bodySigma") > 0, "bodySigma must be above 0");
        require(value("tailAlpha") > 0, "tailAlpha must be above 0");
    }

    private void fileClasses() {
        require(value("directoryZipfAlpha") >= 0, "directoryZipfAlpha must be 0 or more");
        require(value("directories") >= 1, "directories must be 1 or more");
        require(value("unitBytes") >= 1, "unitBytes must be 1 or more");
        addUp("class", 0, FileClassDocuments.CLASSES - 1);
        addUp("file", 1, FileClassDocuments.FILES_PER_CLASS);
    }

    private void addUp(String prefix, int first, int last) {
        double sum = 0;
        for (int i = first; i <= last; i++) {
            String name = prefix + i + "Requests";
            require(isShare(name), name + " must be between 0 and 1");
            sum += value(name);
        }
        require(
                Math.abs(sum - 1) < SHARES_TOLERANCE,
                prefix + first + "Requests to " + prefix + last + "Requests must add up to 1, give " + sum);
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
