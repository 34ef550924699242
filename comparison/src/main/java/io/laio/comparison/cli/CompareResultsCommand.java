package io.laio.comparison.cli;

import io.laio.comparison.contestant.ExitCodes;
import io.laio.comparison.report.ChangesText;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.comparison.results.ResultsFormatException;
import io.laio.comparison.statistics.Change;
import io.laio.comparison.statistics.Changes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/laio compare-results}. */
@Command(
        name = "compare-results",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what changed from comparison A to comparison B, server by server, with intervals.",
            "Meant for continuous integration: numbers with fewer than six repeats are shown and never fail."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing is significantly worse in B",
            "1:the results could not be read",
            "2:wrong usage, no results there, or nothing in common to compare",
            "3:something is significantly worse in B"
        },
        footer = {"", "Example: bin/laio compare-results results/before results/after"})
public final class CompareResultsCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "The comparison to measure against.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "The comparison to judge.")
    private Path after = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** Makes the command; picocli fills in its arguments. */
    public CompareResultsCommand() {}

    @Override
    public Integer call() throws IOException {
        Changes changes = Changes.between(read(before), read(after));
        if (changes.changes().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    before + " and " + after
                            + " have no server, workload, cache state and number of clients in common: compare "
                            + "results of the same plan and the same traces");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(new ChangesText(changes).text());
        out.flush();
        return changes.count(Change.Kind.WORSE) > 0 ? ExitCodes.THRESHOLD_MISSED : ExitCodes.GOOD;
    }

    private Results read(Path directory) throws IOException {
        try {
            return new ResultsDirectory(directory).read();
        } catch (ResultsFormatException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
