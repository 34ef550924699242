package io.laio.testbed.cli;

import io.laio.testbed.network.KeptNetworks;
import io.laio.testbed.network.LinkModel;
import io.laio.testbed.network.LinkModels;
import io.laio.testbed.network.StaleNetworks;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bin/laio network list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Shows the links that can be chosen, and the networks that are up.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class NetworkListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public NetworkListCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Links:");
        LinkModels models = NetworkCommand.models();
        models.names().forEach(name -> print(out, models.find(name)));
        out.println();
        List<KeptNetworks.Entry> entries = KeptNetworks.ofThisMachine().list();
        out.println(entries.isEmpty() ? "No network is up." : "Networks that are up:");
        print(out, entries);
        out.flush();
        return 0;
    }

    private static void print(PrintWriter out, LinkModel model) {
        out.println("  " + model.words());
        out.println("    " + model.description());
    }

    /** Networks with their ends, and how to run something there. */
    static void print(PrintWriter out, List<KeptNetworks.Entry> entries) {
        List<String> stale = StaleNetworks.ofThisMachine().find();
        for (KeptNetworks.Entry entry : entries) {
            out.println("  " + entry.owner() + state(entry, stale));
            out.println("    server, " + KeptNetworks.SERVER.getHostAddress() + ": ip netns exec " + entry.server()
                    + " COMMAND");
            out.println("    client, " + KeptNetworks.CLIENT.getHostAddress() + ": ip netns exec " + entry.client()
                    + " COMMAND");
        }
    }

    private static String state(KeptNetworks.Entry entry, List<String> stale) {
        if (!entry.process()) {
            return "";
        }
        return stale.contains(entry.server())
                ? ", left behind by a process that was killed; laio network down --all removes it"
                : ", of the process of that number";
    }
}
