package io.laio.comparison.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything a comparison found: the content of {@code results.json}.
 *
 * @param schemaVersion version of the format, see {@link #SCHEMA_VERSION}
 * @param plan what was to be run
 * @param environment where it was run
 * @param runs every run that ended, valid or not, in order of execution
 * @param claims verdicts on the study's claims; empty if none were evaluated
 * @param codeSize what {@code bin/laio code-size} counted; {@code null} if it was not run
 * @param microbenchmark what {@code bin/laio lab pipe} measured; {@code null} if it was not run
 */
public record Results(
        int schemaVersion,
        PlanInfo plan,
        EnvironmentInfo environment,
        List<RunResult> runs,
        List<ClaimResult> claims,
        @Nullable JsonNode codeSize,
        @Nullable JsonNode microbenchmark) {

    /** Version of the format that this code writes, and the only one that it reads. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the lists; a JSON null is no node. */
    public Results {
        runs = List.copyOf(runs);
        claims = List.copyOf(claims);
        codeSize = codeSize == null || codeSize.isNull() ? null : codeSize;
        microbenchmark = microbenchmark == null || microbenchmark.isNull() ? null : microbenchmark;
    }

    /**
     * Results of the current format without any run yet.
     *
     * @param plan what is to be run
     * @param environment where
     * @return results to which runs can be added
     */
    public static Results starting(PlanInfo plan, EnvironmentInfo environment) {
        return new Results(SCHEMA_VERSION, plan, environment, List.of(), List.of(), null, null);
    }

    /**
     * These results and one run more.
     *
     * @param run the run
     * @return a copy, the run at its end
     */
    public Results withRun(RunResult run) {
        return withRuns(Stream.concat(runs.stream(), Stream.of(run)).toList());
    }

    /**
     * These results with other runs.
     *
     * @param other the runs, in order of execution
     * @return a copy
     */
    public Results withRuns(List<RunResult> other) {
        return new Results(schemaVersion, plan, environment, other, claims, codeSize, microbenchmark);
    }

    /**
     * These results with other verdicts.
     *
     * @param other the verdicts
     * @return a copy
     */
    public Results withClaims(List<ClaimResult> other) {
        return new Results(schemaVersion, plan, environment, runs, other, codeSize, microbenchmark);
    }

    /**
     * These results with what was measured beside the runs.
     *
     * @param size what {@code bin/laio code-size} counted; {@code null} if it was not run
     * @param pipe what {@code bin/laio lab pipe} measured; {@code null} if it was not run
     * @return a copy
     */
    public Results withExtras(@Nullable JsonNode size, @Nullable JsonNode pipe) {
        return new Results(schemaVersion, plan, environment, runs, claims, size, pipe);
    }

    /**
     * These results, and another description of where.
     *
     * @param where what is known of it by now
     * @return a copy
     */
    public Results withEnvironment(EnvironmentInfo where) {
        return new Results(schemaVersion, plan, where, runs, claims, codeSize, microbenchmark);
    }

    /**
     * The runs that count.
     *
     * @return in order of execution
     */
    public List<RunResult> validRuns() {
        return runs.stream().filter(RunResult::valid).toList();
    }
}
