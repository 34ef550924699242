package io.laio.testbed.cli;

import io.laio.testbed.network.KeptNetworks;
import io.laio.testbed.network.NetworkException;
import io.laio.testbed.network.StaleNetworks;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/laio network down}. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Removes networks. One in which something still runs is left, and the processes are named.",
        footerHeading = "%nExamples:%n",
        footer = {"  laio network down gigabit", "  laio network down --all"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class NetworkDownCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Networks that were made with: laio network up.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--all",
            description =
                    "All of them, and what killed comparisons have left behind; what runs in the latter is ended.")
    private boolean all;

    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public NetworkDownCommand() {}

    @Override
    public Integer call() throws NetworkException {
        if (names.isEmpty() != all) {
            throw new ParameterException(spec.commandLine(), "either names of networks are needed, or --all");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (all) {
            StaleNetworks.ofThisMachine().remove().forEach(namespace -> out.println("removed " + namespace));
        }
        for (String name : all ? kept() : names) {
            remove(name, out);
        }
        out.flush();
        return 0;
    }

    private static List<String> kept() {
        return KeptNetworks.ofThisMachine().list().stream()
                .filter(entry -> !entry.process())
                .map(KeptNetworks.Entry::owner)
                .toList();
    }

    private void remove(String name, PrintWriter out) throws NetworkException {
        if (!KeptNetworks.ofThisMachine().down(name)) {
            throw new ParameterException(
                    spec.commandLine(), "no network " + name + " is up; those that are: laio network list");
        }
        out.println("removed " + name);
    }
}
