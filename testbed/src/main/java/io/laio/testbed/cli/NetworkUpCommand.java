package io.laio.testbed.cli;

import io.laio.testbed.network.EmulatedNetwork;
import io.laio.testbed.network.KeptNetworks;
import io.laio.testbed.network.LinkModel;
import io.laio.testbed.network.NetworkException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/laio network up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Makes a network, which stays until it is taken down, and tells how to run something at its ends.",
        footerHeading = "%nExample:%n",
        footer = "  laio network up gigabit")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class NetworkUpCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME|FILE", description = "A link of config/networks, or a file.")
    private String link;

    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public NetworkUpCommand() {}

    @Override
    @SuppressWarnings("MustBeClosed") // the network is to stay
    public Integer call() throws NetworkException {
        LinkModel model = model();
        EmulatedNetwork network = KeptNetworks.ofThisMachine().up(model);
        PrintWriter out = spec.commandLine().getOut();
        out.println(network.description());
        NetworkListCommand.print(
                out,
                KeptNetworks.ofThisMachine().list().stream()
                        .filter(entry -> entry.owner().equals(model.name()))
                        .toList());
        out.flush();
        return 0;
    }

    private LinkModel model() {
        try {
            return NetworkCommand.models().find(link);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
