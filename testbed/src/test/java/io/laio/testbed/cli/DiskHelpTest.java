package io.laio.testbed.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What a stranger reads first. */
class DiskHelpTest {
    private static CommandLine disk() {
        return new CommandLine(new DiskCommand());
    }

    static Stream<String> commands() {
        return disk().getSubcommands().keySet().stream();
    }

    private static String help(String command) {
        return Objects.requireNonNull(disk().getSubcommands().get(command)).getUsageMessage();
    }

    @Test
    void whoLooksForTheEndOfNetworksIsToldWhereItIs() {
        assertTrue(help("down").contains("laio network down --all"), () -> help("down"));
    }

    /** A command of an example is that command, with options that it has. */
    @ParameterizedTest
    @MethodSource("commands")
    void examplesCanBeTyped(String command) {
        List<String> examples = help(command)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("laio disk "))
                .toList();
        assertTrue(!examples.isEmpty(), () -> command + " has no example");
        for (String example : examples) {
            String[] words = example.substring("laio disk ".length()).split(" ", -1);
            CommandLine disk = disk().setCaseInsensitiveEnumValuesAllowed(true);
            assertTrue(words[0].equals(command) && disk.parseArgs(words).hasSubcommand(), example);
        }
    }
}
