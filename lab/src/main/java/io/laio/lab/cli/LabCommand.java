package io.laio.lab.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/laio lab}: small experiments that need no server. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        description = "Small experiments that need no server; each writes its numbers and its figures.",
        subcommands = {PipeCommand.class, LabDiskCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {"  laio lab pipe", "  laio lab disk"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class LabCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public LabCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a subcommand is needed");
    }
}
