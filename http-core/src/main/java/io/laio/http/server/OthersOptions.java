package io.laio.http.server;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Options that a server has not and another has. Help does not show them; who gives one is told whose it is, rather than that
 * it is unknown.
 */
final class OthersOptions {
    private OthersOptions() {}

    /**
     * Makes every server know the options of the others, to refuse them.
     *
     * @param servers their commands, with the options that they have
     */
    static void refuse(Collection<CommandLine> servers) {
        Map<String, List<String>> owners = servers.stream()
                .flatMap(server -> server.getCommandSpec().options().stream()
                        .map(option -> Map.entry(option.longestName(), server.getCommandName())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        for (CommandLine server : servers) {
            CommandSpec spec = server.getCommandSpec();
            owners.forEach((name, having) -> {
                if (spec.findOption(name) == null) {
                    spec.addOption(refused(name, having));
                }
            });
        }
    }

    private static OptionSpec refused(String name, List<String> having) {
        return OptionSpec.builder(name)
                .hidden(true)
                .type(String.class)
                .arity("0..1")
                .userObject(new Owners(String.join(", ", having)))
                .build();
    }

    /**
     * Refuses a command line that has options of other servers.
     *
     * @param parsed the command line of one server
     * @throws ParameterException if there is one; the message names the servers that have it
     */
    static void check(ParseResult parsed) {
        CommandLine server = parsed.commandSpec().commandLine();
        for (OptionSpec option : parsed.matchedOptionsSet()) {
            if (option.userObject() instanceof Owners owners) {
                throw new ParameterException(
                        server,
                        option.longestName() + " is not for " + server.getCommandName() + "; it is for "
                                + owners.names());
            }
        }
    }

    /**
     * Who has the option.
     *
     * @param names of servers, separated by commas
     */
    private record Owners(String names) {}
}
