package io.laio.testbed.cli;

import io.laio.testbed.network.LinkModels;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/laio network}: networks for experiments by hand; a comparison makes its own. */
@Command(
        name = "network",
        mixinStandardHelpOptions = true,
        description = {
            "Makes networks for experiments by hand: two network namespaces and a link like a chosen one between them.",
            "A comparison makes its own (laio compare --network NAME)."
        },
        subcommands = {NetworkUpCommand.class, NetworkDownCommand.class, NetworkListCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {"  laio network up gigabit", "  laio network list", "  laio network down gigabit"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class NetworkCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public NetworkCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a subcommand is needed");
    }

    /** The links that laio brings. */
    static LinkModels models() {
        return new LinkModels(Path.of(System.getProperty("laio.home", "")).resolve("config/networks"));
    }
}
