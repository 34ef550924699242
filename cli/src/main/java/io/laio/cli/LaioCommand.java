package io.laio.cli;

import io.laio.comparison.cli.AgentCommand;
import io.laio.comparison.cli.CompareCommand;
import io.laio.comparison.cli.CompareResultsCommand;
import io.laio.comparison.cli.DoctorCommand;
import io.laio.comparison.cli.ReportCommand;
import io.laio.http.server.ServeCommand;
import io.laio.http.server.ServersCommand;
import io.laio.lab.cli.CodeSizeCommand;
import io.laio.lab.cli.LabCommand;
import io.laio.testbed.cli.DiskCommand;
import io.laio.testbed.cli.NetworkCommand;
import io.laio.workload.cli.WorkloadCommand;
import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the command tree: it holds the commands and the options that all of them share. */
@Command(
        name = "laio",
        description = "Lazily asynchronous I/O: the study of server architectures, its servers and its tools.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = {"  laio compare", "  laio serve flash-laio-laio --docroot /usr/share/doc"},
        subcommands = {
            CompareCommand.class,
            ReportCommand.class,
            CompareResultsCommand.class,
            DoctorCommand.class,
            AgentCommand.class,
            ServeCommand.class,
            ServersCommand.class,
            WorkloadCommand.class,
            DiskCommand.class,
            NetworkCommand.class,
            LabCommand.class,
            CodeSizeCommand.class,
            GenerateCompletion.class
        })
final class LaioCommand implements Callable<Integer> {
    /** The option that asks for the stack trace of an error. */
    static final String STACK_TRACE = "--stacktrace";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = STACK_TRACE,
            scope = ScopeType.INHERIT,
            description = "Show where an error came from (so does LAIO_DEBUG=1).")
    private boolean stackTrace;

    /** Whether the user asked for the stack trace of an error on the command line. */
    boolean wantsStackTrace() {
        return stackTrace;
    }

    /** {@code laio} alone shows what there is to choose from; a script that forgot the command fails. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE.code();
    }
}
