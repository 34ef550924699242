package io.laio.comparison.cli;

import io.laio.comparison.plan.Plan;
import io.laio.comparison.plan.PlanException;
import io.laio.comparison.plan.PlanReader;
import io.laio.comparison.plan.PlannedRun;
import io.laio.comparison.plan.Schedule;
import io.laio.comparison.results.ContestantInfo;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.comparison.run.Resumption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/**
 * What {@code compare} is to do.
 *
 * @param plan the plan
 * @param results where its results go
 * @param data where traces and documents are
 * @param resumption what there is of it; empty to begin
 */
record Task(Plan plan, ResultsDirectory results, Path data, Optional<Resumption> resumption) {
    /** To begin; never over the results of another. */
    static Task beginning(Plan plan, ResultsDirectory results, Path data) throws PlanException {
        if (Files.exists(results.resultsJson())) {
            throw new PlanException("--out: " + results.path()
                    + " holds results already; name another directory, or go on with them: --resume " + results.path());
        }
        return new Task(plan, results, data, Optional.empty());
    }

    /** To go on with what is in a directory. */
    static Task resuming(ResultsDirectory results, Optional<Path> data) throws PlanException, IOException {
        Optional<Results> earlier = results.readIfThere();
        return new Task(
                PlanReader.read(results.planJson(), Map.of()),
                results,
                data.orElseGet(() -> earlier.map(Task::dataOf).orElse(CompareCommand.USUAL_DATA)),
                earlier.map(Resumption::new));
    }

    /** Whether all runs of the plan have been made: then there is nothing to be set up. */
    boolean isComplete() throws PlanException {
        return resumption.isPresent()
                && resumption.get().missing(schedule(found())).isEmpty();
    }

    /** Of those who were there when it was begun. */
    private List<PlannedRun> schedule(Results earlier) {
        return Schedule.of(plan.among(
                earlier.plan().contestants().stream().map(ContestantInfo::name).toList()));
    }

    /** What was found earlier. */
    Results found() {
        return resumption.orElseThrow().earlier();
    }

    /** Where the command that began it had its data. */
    private static Path dataOf(Results earlier) {
        CompareCommand began = new CompareCommand();
        List<String> words = earlier.plan().commandLine();
        new CommandLine(began)
                .parseArgs(
                        words.subList(Math.min(2, words.size()), words.size()).toArray(String[]::new));
        return began.data();
    }
}
