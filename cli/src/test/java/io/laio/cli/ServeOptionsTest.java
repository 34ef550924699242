package io.laio.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.server.ServerVariant;
import io.laio.http.server.ServerVariants;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Options that not every server has. */
class ServeOptionsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @ParameterizedTest
    @CsvSource({"--engine, workers", "--lazy, off"})
    void aServerWithoutEnginesRefusesTheirOptions(String option, String value) {
        assertEquals(2, run("serve", "flash-nb-b", "--docroot", "/", "--port", "0", option, value));
        String said = err.toString();
        assertAll(
                () -> assertTrue(said.contains(option + " is not for flash-nb-b"), said),
                () -> assertTrue(said.contains("flash-laio-laio"), said));
    }

    @ParameterizedTest
    @CsvSource({"--engine, steam, workers", "--lazy, very, direct"})
    void anUnknownWordIsAnsweredWithTheKnownOnes(String option, String value, String known) {
        assertEquals(2, run("serve", "flash-laio-laio", "--docroot", "/", "--port", "0", option, value));
        assertTrue(
                err.toString().contains(option + " must be") && err.toString().contains(known), err::toString);
    }

    static Stream<Arguments> numbers() {
        CommandLine serve = Objects.requireNonNull(
                Main.commandLine(Map.of()).getSubcommands().get("serve"));
        return serve.getSubcommands().entrySet().stream()
                .flatMap(server -> server.getValue().getCommandSpec().options().stream()
                        .filter(option -> option.type() == int.class)
                        .map(option -> Arguments.of(server.getKey(), option.longestName())));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aNumberOutOfRangeIsAnsweredWithOptionRangeAndNumber(String server, String option) {
        assertEquals(2, run("serve", server, "--docroot", "/nonexistent", option + "=-7"));
        String firstLine = err.toString().lines().findFirst().orElse("");
        String start = "laio serve " + server + ": " + option + " must be ";
        assertTrue(firstLine.startsWith(start) && firstLine.endsWith(", not -7"), firstLine);
    }

    @Test
    void eachServerIsAskedForItsConnectionsAndItsPort() {
        List<Object> all = numbers().map(arguments -> List.of(arguments.get())).collect(Collectors.toList());
        for (ServerVariant server : ServerVariants.all()) {
            assertAll(
                    () -> assertTrue(all.contains(List.of(server.name(), "--port")), server.name()),
                    () -> assertTrue(all.contains(List.of(server.name(), "--max-connections")), server.name()));
        }
    }

    @Test
    void anAddressThatCannotBeIsAnsweredWithTheOption() {
        assertEquals(2, run("serve", "flash-nb-b", "--docroot", "/", "--bind", "256.1.1.1"));
        assertTrue(err.toString().contains("--bind must be an address of this machine, not 256.1.1.1"), err::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "mt-pool, --max-connections, --loops",
        "flash-nb-b, --loops, --engine",
        "flash-nb-b, --name-cache-entries, --mapped-files",
        "flash-laio-laio, --engine, --read-helpers",
        "thttpd-nb-b, --mapped-files, --name-cache-entries",
        "flash-nb-amted, --read-helpers, --disk-reads",
        "flash-nb-laio, --disk-reads, --mapped-files",
        "thttpd-laio-laio, --mapping-expiry-millis, --name-cache-validity-millis",
        "thttpd-laio-laio, --disk-reads, --read-helpers"
    })
    void helpShowsTheOptionsThatAServerHasAndNoOthers(String server, String has, String hasNot) {
        assertEquals(0, run("serve", server, "--help"));
        String help = out.toString();
        assertAll(
                () -> assertTrue(help.contains(has), help),
                () -> assertFalse(help.contains(hasNot), help),
                () -> assertTrue(help.contains("Exit codes:"), help));
    }

    @Test
    void helpOfServeListsTheServers() {
        assertEquals(0, run("serve", "--help"));
        ServerVariants.all()
                .forEach(server -> assertTrue(
                        out.toString().lines().anyMatch(line -> line.startsWith("  " + server.name() + " ")),
                        server.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "serve nosuch", "serve nosuch --docroot / --port 0 --lazy off"})
    void withoutTheNameOfAServerTheNamesAreListed(String commandLine) {
        assertEquals(2, run(commandLine.split(" ", -1)));
        String said = err.toString();
        ServerVariants.all().forEach(server -> assertTrue(said.contains(server.name()), said));
    }

    @Test
    void theUnknownNameIsNamed() {
        assertEquals(2, run("serve", "nosuch", "--docroot", "/"));
        assertTrue(err.toString().startsWith("laio serve: no server is called nosuch; there are: "), err::toString);
    }

    /** Port 99999 ends it before it serves. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve flash-nb-b --docroot / --port 99999",
                "serve --docroot / --port 99999 flash-nb-b",
                "serve --docroot / flash-nb-b --port 99999",
                "serve --docroot flash-nb-b flash-nb-b --port 99999"
            })
    void theNameMayStandBetweenOrAfterTheOptions(String commandLine) {
        assertEquals(2, run(commandLine.split(" ", -1)));
        assertTrue(
                err.toString().startsWith("laio serve flash-nb-b: --port must be 0 to 65535, not 99999"),
                err::toString);
    }

    @Test
    void theStackTraceMayBeAskedForAfterTheNameToo() {
        assertEquals(4, run("serve", "flash-nb-b", "--docroot", "/nonexistent", "--port", "0", "--stacktrace"));
        assertTrue(err.toString().contains("--docroot must name a readable directory"), err::toString);
    }

    @Test
    void theTableOfServersNamesTheirEngines() {
        assertEquals(0, run("servers"));
        assertTrue(out.toString().lines().anyMatch(line -> line.matches("flash-laio-laio .*ring, workers, auto.*")));
        assertTrue(out.toString().lines().anyMatch(line -> line.matches("flash-nb-b .* none .*")));
        out.toString().lines().forEach(line -> assertTrue(line.length() <= 140, line));
    }
}
