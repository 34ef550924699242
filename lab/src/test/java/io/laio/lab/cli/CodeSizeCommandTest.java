package io.laio.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CodeSizeCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new CodeSizeCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void thisRepositoryIsCounted() throws IOException {
        assertEquals(0, run("--source", "..", "--json"));
        var systems = JsonMapper.builder().build().readTree(out.toString()).get("systems");
        assertEquals("flash-laio-laio", systems.get("LAIO").get("server").textValue());
        assertTrue(systems.get("AMPED").get("fileRead").intValue() > 0, out::toString);
    }

    @Test
    void aDirectoryThatIsNoCheckoutIsAUsageError(@TempDir Path empty) {
        assertEquals(2, run("--source", empty.toString()));
        assertTrue(err.toString().contains("config/code-size.json"), err::toString);
    }

    /** One file that is LAIO's alone: LAIO is larger. */
    @Test
    void whatDoesNotHoldEndsACheckWithThree(@TempDir Path repository) throws IOException {
        Files.createDirectories(repository.resolve("config"));
        Files.createDirectories(repository.resolve("core"));
        Files.writeString(repository.resolve("core/A.java"), "class A {}\n");
        Files.writeString(repository.resolve("config/code-size.json"), """
                {"description": "d", "systems": {"AMPED": "a", "LAIO": "l"}, "sources": ["core"],
                 "places": [{"path": "core/", "of": ["LAIO"], "component": "file-read", "why": "test"}]}
                """);
        assertEquals(0, run("--source", repository.toString()));
        assertEquals(3, run("--source", repository.toString(), "--check"));
    }

    @Test
    void aMapThatDoesNotFitFails(@TempDir Path repository) throws IOException {
        Files.createDirectories(repository.resolve("config"));
        Files.writeString(repository.resolve("config/code-size.json"), "{}");
        assertEquals(1, run("--source", repository.toString()));
        assertTrue(err.toString().contains("description"), err::toString);
    }
}
