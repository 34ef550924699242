package io.laio.comparison.cli;

import io.laio.comparison.plan.Plan;
import io.laio.comparison.plan.PlanException;
import io.laio.comparison.plan.PlanReader;
import io.laio.comparison.plan.PlannedRun;
import io.laio.comparison.plan.Schedule;
import io.laio.comparison.results.Beginning;
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

/**
 * What {@code compare} is to do.
 *
 * @param plan the plan
 * @param results where its results go
 * @param beginning how it was begun, also where that was another time
 * @param resumption what there is of it; empty to begin
 */
record Task(Plan plan, ResultsDirectory results, Beginning beginning, Optional<Resumption> resumption) {
    /** To begin; never over the results of another. */
    static Task beginning(Plan plan, ResultsDirectory results, Beginning beginning) throws PlanException {
        if (Files.exists(results.resultsJson())) {
            throw new PlanException("--out: " + results.path()
                    + " holds results already; name another directory, or go on with them: --resume " + results.path());
        }
        return new Task(plan, results, beginning, Optional.empty());
    }

    /** To go on with what is in a directory, with the data and the agents that it was begun with, or with those that are named. */
    static Task resuming(ResultsDirectory results, Optional<Path> data, Optional<String> agents)
            throws PlanException, IOException {
        Optional<Results> earlier = results.readIfThere();
        Optional<String> named = data.map(path -> path.toAbsolutePath().toString());
        Beginning begun = results.beginning()
                .or(() -> earlier.map(
                        found -> CompareCommand.beginning(found.plan().commandLine())))
                .or(() -> named.map(path -> unknown(path, results)))
                .orElseThrow(() -> new PlanException("--resume: nothing in " + results.path()
                        + " tells where its data is: name that too, --data DIR"));
        return new Task(
                PlanReader.read(results.planJson(), Map.of()),
                results,
                begun.with(named, agents),
                earlier.map(Resumption::new));
    }

    /** Of a comparison that an older laio began, and that has no results yet. */
    private static Beginning unknown(String data, ResultsDirectory results) {
        return new Beginning(
                data,
                null,
                List.of("bin/laio", "compare", "--resume", results.path().toString()));
    }

    /** Where traces and documents are. */
    Path data() {
        return Path.of(beginning.data());
    }

    /** Who starts the servers. */
    AgentOptions agents() {
        return AgentOptions.at(beginning.agents());
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
}
