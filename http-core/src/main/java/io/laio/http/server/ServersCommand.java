package io.laio.http.server;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bin/laio servers}: the table of servers. */
@Command(
        name = "servers",
        description = {
            "Lists the servers that can be started, and what each is made of.",
            "CAN BLOCK: what the server waits for while others have work for it. ENGINE: what --engine may say."
        },
        mixinStandardHelpOptions = true)
public final class ServersCommand implements Callable<Integer> {
    private static final List<String> HEADINGS =
            List.of("NAME", "NETWORK", "DISK", "HELPERS", "CAN BLOCK", "ENGINE", "MODULE");

    private static final List<Integer> WIDTHS = List.of(16, 20, 24, 15, 12, 19, 22);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Made by picocli. */
    public ServersCommand() {}

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(table(ServerVariants.all()));
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** The table, a server a row, in lines of 140 columns at most. */
    static String table(List<ServerVariant> servers) {
        return new WrappedTable(WIDTHS)
                .render(Stream.concat(Stream.of(HEADINGS), servers.stream().map(ServersCommand::row))
                        .toList());
    }

    private static List<String> row(ServerVariant server) {
        ServerVariant.Description parts = server.description();
        String engines = server.engines().isEmpty() ? "none" : String.join(", ", server.engines());
        return List.of(
                server.name(),
                parts.network(),
                parts.disk(),
                parts.helpers(),
                parts.blocksOn(),
                engines,
                module(server));
    }

    /** The module that the server is in; where there are none, as in some tests, its package. */
    private static String module(ServerVariant server) {
        Module module = server.getClass().getModule();
        return module.isNamed() ? module.getName() : server.getClass().getPackageName();
    }
}
