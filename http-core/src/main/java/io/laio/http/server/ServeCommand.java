package io.laio.http.server;

import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bin/laio serve NAME}: has a subcommand for each row of the table of servers, and says which there are if asked for
 * another.
 */
@Command(
        name = "serve",
        description = "Serves the files of a directory with one of the servers (see also: laio servers).",
        synopsisSubcommandLabel = "NAME [OPTIONS]",
        commandListHeading = "%nServers, each with options of its own (laio serve NAME --help):%n",
        footer = {"", "Example: laio serve flash-laio-laio --docroot /usr/share/doc --port 8080"},
        modelTransformer = ServeCommand.TableOfServers.class,
        preprocessor = ServeCommand.NameFirst.class,
        mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** What follows a name that no server has: from there on nothing is an option. */
    @Parameters(hidden = true)
    private List<String> unknown = List.of();

    /** Made by picocli. */
    public ServeCommand() {}

    @Override
    public Integer call() {
        String problem =
                unknown.isEmpty() ? "the name of a server is missing" : "no server is called " + unknown.getFirst();
        throw new ParameterException(
                spec.commandLine(),
                problem + "; there are: " + String.join(", ", spec.subcommands().keySet()));
    }

    /** Adds the subcommands: what picocli reads from annotations cannot know which modules are there. */
    static final class TableOfServers implements IModelTransformer {
        private final List<ServerVariant> servers;

        TableOfServers() {
            this(ServerVariants.all());
        }

        TableOfServers(List<ServerVariant> servers) {
            this.servers = servers;
        }

        @Override
        public CommandSpec transform(CommandSpec serve) {
            serve.parser().stopAtPositional(true);
            for (ServerVariant server : servers) {
                serve.addSubcommand(server.name(), ServerCommand.spec(server));
            }
            OthersOptions.refuse(serve.subcommands().values());
            return serve;
        }
    }

    /** Moves the server's name before its options, which may be given first too. */
    static final class NameFirst implements IParameterPreprocessor {
        NameFirst() {}

        /** The arguments are a stack: the next is the last of the list. */
        @Override
        @SuppressWarnings("JdkObsolete") // picocli's choice
        public boolean preprocess(
                Stack<String> arguments, CommandSpec serve, ArgSpec none, Map<String, Object> information) {
            boolean optionFirst = !arguments.isEmpty()
                    && arguments.peek().startsWith("--")
                    && serve.findOption(arguments.peek()) == null;
            int name = optionFirst ? lastName(arguments, serve) : -1;
            if (name >= 0) {
                arguments.push(arguments.remove(name));
            }
            return false; // picocli goes on with what is there now
        }

        /** Where a server is named, the last but for values of options, which a name may equal. */
        private static int lastName(List<String> arguments, CommandSpec serve) {
            for (int i = 0; i < arguments.size(); i++) {
                if (serve.subcommands().containsKey(arguments.get(i))) {
                    return i;
                }
            }
            return -1;
        }
    }
}
