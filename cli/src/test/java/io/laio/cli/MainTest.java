package io.laio.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

class MainTest {
    /** --help, --version and --stacktrace. */
    private static final int STANDARD_OPTIONS = 3;

    /** Columns enough for an example to stand on one line. */
    static final int WIDE = 400;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void aMissingCommandShowsTheUsageAndFails() {
        assertEquals(2, run());
        assertTrue(err.toString().startsWith("Usage: laio"), err::toString);
    }

    @Test
    void anUnknownOptionIsOneLineAndAHint() {
        assertEquals(2, run("--unknown-to-all"));
        assertEquals(2, err.toString().lines().count(), err::toString);
        assertTrue(err.toString().startsWith("laio: Unknown option"), err::toString);
    }

    @Test
    void versionNamesProjectJavaAndSystem() {
        assertEquals(0, run("--version"));
        String version = out.toString();
        assertAll(
                () -> assertTrue(version.matches("(?s)laio \\d+\\.\\d+\\.\\d+.*"), version),
                () -> assertTrue(version.contains("Java " + Runtime.version()), version));
    }

    @Test
    void completionScriptKnowsEveryCommand() {
        assertEquals(0, run("generate-completion"));
        Main.commandLine(Map.of())
                .getSubcommands()
                .keySet()
                .forEach(name -> assertTrue(out.toString().contains(name), name));
    }

    @TestFactory
    Stream<DynamicTest> everyCommandHasHelpWithDescriptionExampleAndExitCodes() {
        return tree(Main.commandLine(Map.of()))
                .filter(command -> !command.getCommandName().equals("generate-completion")) // picocli's own text
                .map(command -> DynamicTest.dynamicTest(
                        command.getCommandSpec().qualifiedName(), () -> assertHelpIsComplete(command)));
    }

    private static void assertHelpIsComplete(CommandLine command) {
        String help = command.setUsageHelpWidth(WIDE).getUsageMessage(CommandLine.Help.Ansi.OFF);
        String name = command.getCommandSpec().qualifiedName() + " "; // in the synopsis, and then in the example
        boolean needsExample = command.getCommandSpec().args().size() > STANDARD_OPTIONS;
        assertAll(
                () -> assertFalse(command.getCommandSpec().usageMessage().description().length == 0, "no description"),
                () -> assertTrue(
                        !needsExample || help.indexOf(name, help.indexOf(name) + 1) > 0, "no example:\n" + help),
                () -> assertTrue(help.contains("--help") && help.contains("--version"), help),
                () -> assertTrue(help.contains("Exit codes:"), help));
    }

    static Stream<CommandLine> tree(CommandLine root) {
        return Stream.concat(
                Stream.of(root), root.getSubcommands().values().stream().flatMap(MainTest::tree));
    }
}
