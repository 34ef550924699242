package io.laio.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.Laio;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's program, as a program of its own: its standard input is what matters. */
class QuickStartTest {
    private static final String BLOCKED = "it would block, and goes on by itself";

    private static String classesOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private static Process start() throws IOException, URISyntaxException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classesOf(QuickStart.class) + ":" + classesOf(Laio.class),
                        QuickStart.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void say(Process process, String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    @Test
    void whatIsThereIsReadAtOnce() throws Exception {
        Process process = start();
        say(process, "there\n");
        List<String> output = process.inputReader().readAllLines();
        assertEquals(0, process.waitFor());
        // Whether the text is in the pipe before the program asks is the scheduler's choice; what it reads is not.
        assertEquals("read: there", output.getLast());
    }

    @Test
    void whatComesLaterIsReadLater() throws Exception {
        Process process = start();
        try (BufferedReader output = process.inputReader()) {
            assertEquals(BLOCKED, output.readLine());
            say(process, "later\n");
            assertEquals("read: later", output.readAllLines().getLast());
        }
        assertEquals(0, process.waitFor());
    }

    @Test
    void readmeShowsThisProgram() throws IOException {
        Path file = Path.of("src/main/java/io/laio/examples/QuickStart.java");
        String program = Files.readString(file).replaceFirst("^package [\\w.]+;\n\n", "");
        assertTrue(Files.readString(Path.of("../laio/README.md")).contains("```java\n" + program + "```\n"), program);
    }
}
