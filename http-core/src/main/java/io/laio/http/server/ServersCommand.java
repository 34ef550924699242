package io.laio.http.server;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bin/laio servers}: the table of servers. */
@Command(
        name = "servers",
        description =
                "Lists the servers that can be started, and what each is made of; ENGINES: what --engine may say.",
        mixinStandardHelpOptions = true)
public final class ServersCommand implements Callable<Integer> {
    private static final String ROW = "%-18s %-32s %-36s %-20s %-10s %s%n";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Made by picocli. */
    public ServersCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(ROW, "NAME", "NETWORK", "DISK", "ENGINES", "HELPERS", "BLOCKS ON");
        for (ServerVariant variant : ServerVariants.all()) {
            ServerVariant.Description d = variant.description();
            String engines = variant.engines().isEmpty() ? "none" : String.join(", ", variant.engines());
            out.printf(ROW, variant.name(), d.network(), d.disk(), engines, d.helpers(), d.blocksOn());
        }
        return 0;
    }
}
