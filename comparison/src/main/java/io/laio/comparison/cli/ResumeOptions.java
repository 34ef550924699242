package io.laio.comparison.cli;

import io.laio.comparison.plan.PlanException;
import io.laio.comparison.results.ResultsDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The option of {@code compare} that goes on with an interrupted comparison. */
final class ResumeOptions {
    private static final String NAME = "--resume";

    /** What may stand beside it; everything else is as the interrupted comparison had it. */
    private static final Set<String> COMPATIBLE = Set.of(NAME, "--data", "--agents");

    @Option(
            names = NAME,
            paramLabel = "DIR",
            description =
                    "Goes on with the interrupted comparison whose results are in DIR: the same plan, in the same order, "
                            + "without the runs that are there. Of other options only --data and --agents may be given. Refused where the machine, the "
                            + "kernel, the commit or a trace is another.")
    private Optional<Path> directory = Optional.empty();

    /** The results to go on with; empty if none were named. */
    Optional<ResultsDirectory> directory(ParseResult given) throws PlanException {
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        requireAlone(given);
        ResultsDirectory results = new ResultsDirectory(directory.get().toAbsolutePath());
        if (!Files.isRegularFile(results.planJson())) {
            throw new PlanException(NAME + ": " + results.path()
                    + " has no plan.json: name the directory of a comparison that was begun, or begin one with --out");
        }
        return Optional.of(results);
    }

    private static void requireAlone(ParseResult given) throws PlanException {
        List<String> others = given.matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !COMPATIBLE.contains(name))
                .toList();
        if (!others.isEmpty()) {
            throw new PlanException(others.stream().distinct().collect(Collectors.joining(", "))
                    + " cannot be changed by " + NAME + ", which goes on with the plan as it was; leave it out");
        }
    }
}
