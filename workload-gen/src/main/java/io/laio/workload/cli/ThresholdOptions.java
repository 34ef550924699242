package io.laio.workload.cli;

import io.laio.workload.replay.ReplayResult;
import io.laio.workload.replay.StopReason;
import io.laio.workload.replay.Threshold;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a result has to keep, and the exit code that it comes to. */
final class ThresholdOptions {
    private static final int MISSED = 3;

    @Option(
            names = "--threshold",
            paramLabel = "BOUND",
            split = ",",
            converter = ThresholdConverter.class,
            description =
                    "what the result has to keep, e.g. 'p99<50ms,errors<0.1%%': mean, max, p50, p99.9 ... of the response"
                            + " time (service.p99 of the service time), errors, rate, throughput; status 3 if it does not")
    private List<Threshold> thresholds = List.of();

    List<Threshold> thresholds() {
        return thresholds;
    }

    /**
     * Names the thresholds that are missed; answers with the exit code. What went wrong comes before what was too slow.
     *
     * @param result the result
     * @param counts whether the generator was fit to measure it
     * @param err where to name them
     */
    int exitCode(ReplayResult result, boolean counts, PrintWriter err) {
        List<Threshold> missed = thresholds.stream()
                .filter(threshold -> !threshold.isKeptBy(result))
                .toList();
        missed.forEach(threshold -> err.println("missed: " + threshold.text() + ", found " + threshold.found(result)));
        if (hasFailed(result) || !counts) {
            return ExitCode.SOFTWARE;
        }
        return missed.isEmpty() ? ExitCode.OK : MISSED;
    }

    /** A failed request, unless errors have a threshold; and what no threshold excuses: no answer at all, or giving up. */
    private boolean hasFailed(ReplayResult result) {
        boolean failuresCount = thresholds.stream().noneMatch(Threshold::isAboutErrors);
        return result.isUnanswered()
                || result.stopReason() == StopReason.TOO_MANY_FAILURES
                || (result.failed() > 0 && failuresCount);
    }

    /** See {@link Threshold}. */
    static final class ThresholdConverter implements ITypeConverter<Threshold> {
        @Override
        public Threshold convert(String value) {
            try {
                return Threshold.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
