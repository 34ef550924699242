package io.laio.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/** The commands that documents and help texts show can be typed as they stand. */
class DocumentationTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern COMMAND = Pattern.compile(" *(?:Example: )?(?:bin/)?laio ([a-z].*)");

    @TestFactory
    Stream<DynamicTest> commandsInDocumentsAreUnderstood() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(REPOSITORY.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(REPOSITORY.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        return documents.stream()
                .flatMap(file -> commands(read(file))
                        .map(command -> understood(REPOSITORY.relativize(file) + ": " + command, command)));
    }

    @TestFactory
    Stream<DynamicTest> commandsInHelpAreUnderstood() {
        return MainTest.tree(Main.commandLine(Map.of()))
                .flatMap(command -> commands(
                                command.setUsageHelpWidth(MainTest.WIDE).getUsageMessage(CommandLine.Help.Ansi.OFF))
                        .map(example -> understood(command.getCommandName() + " --help: " + example, example)));
    }

    @Test
    void commandsAreFoundAtTheBeginningOfALineOnly() {
        String text = "bin/laio a --b c   # why\nsays bin/laio not this\n  laio d > file\nExample: laio e\n";
        assertEquals(List.of("a --b c", "d", "e"), commands(text).toList());
    }

    private static Stream<String> commands(String text) {
        return text.lines()
                .map(COMMAND::matcher)
                .filter(Matcher::matches)
                .map(command -> command.group(1).replaceFirst("\\s*(#|>|&|\\|).*", ""));
    }

    /** A shell takes off the quotes; no word of the documents has a blank between them. */
    private static DynamicTest understood(String name, String command) {
        String[] words = command.replace("'", "").split("\\s+", -1);
        return DynamicTest.dynamicTest(
                name, () -> assertDoesNotThrow(() -> Main.commandLine(Map.of()).parseArgs(words)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
