package io.laio.workload.cli;

import io.laio.workload.describe.DescriptionJson;
import io.laio.workload.describe.DescriptionTable;
import io.laio.workload.describe.TraceDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laio workload describe}: tells what a trace holds, beside what was asked for. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = "Measures a trace and prints what it holds beside what was asked for; checks the whole file.",
        footerHeading = "%nExample:%n",
        footer = "  laio workload describe berkeley.trace")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DescribeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TRACE", description = "a trace of 'synth' or 'import'")
    private Path trace;

    @Option(names = "--json", description = "print JSON instead of a table")
    private boolean json;

    @Override
    public Integer call() {
        return Guard.run(this::describe);
    }

    private int describe() throws IOException {
        TraceDescription description = TraceDescription.of(trace);
        String text = json ? DescriptionJson.of(description) : DescriptionTable.of(description);
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
