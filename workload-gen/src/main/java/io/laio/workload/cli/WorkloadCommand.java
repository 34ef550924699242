package io.laio.workload.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code laio workload}: makes traces and document roots, and replays traces. */
@Command(
        name = "workload",
        mixinStandardHelpOptions = true,
        description = "Makes traces (from a model or from your own log) and document roots, and replays traces.",
        subcommands = {
            SynthCommand.class,
            ImportCommand.class,
            DescribeCommand.class,
            DocrootCommand.class,
            ReplayCommand.class,
            MergeCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:good", "1:requests failed", "2:wrong usage or input", "4:environment unfit"},
        footerHeading = "%nExample:%n",
        footer = {
            "  laio workload import access.log.gz --out site.trace",
            "  laio workload describe site.trace",
            "  laio workload docroot site.trace --dir /srv/site",
            "  laio workload replay site.trace --target http://127.0.0.1:8080 --clients 64"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class WorkloadCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public WorkloadCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a subcommand is needed");
    }
}
