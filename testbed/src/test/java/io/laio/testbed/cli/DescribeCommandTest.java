package io.laio.testbed.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DescribeCommandTest {
    private static final String HOME = "laio.home";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void atHome() {
        System.setProperty(HOME, "..");
    }

    @AfterEach
    void left() {
        System.clearProperty(HOME);
    }

    private int run(String... arguments) {
        return new CommandLine(new DiskCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void theTableTellsRatesByDepth() {
        assertEquals(0, run("describe", "constant"));
        assertTrue(
                out.toString().contains("         64     32000.0            64.00              2.00"), out::toString);
        assertTrue(out.toString().contains("reads 128 KB ahead"), out::toString);
    }

    @Test
    void theObjectHasTheSameAndTheSources() throws Exception {
        assertEquals(0, run("describe", "hdd-2004", "--json", "--size", "1G", "--seed", "5"));
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(1L << 30, json.path("sizeBytes").asLong());
        assertEquals(7, json.path("randomReads4KB").size());
        double single =
                json.path("randomReads4KB").path(0).path("requestsPerSecond").asDouble();
        assertEquals(76, single, 2);
        JsonNode inOrder = json.path("sequentialReads128KBMegabytesPerSecond");
        assertEquals(61.4, inOrder.path("beginning").asDouble(), 2);
        assertEquals(29.5, inOrder.path("end").asDouble(), 1.5);
        assertEquals("V", json.path("parameters").path("rpm").path("mark").asText());
        assertEquals(131072, json.path("settings").path("maxRequestBytes").asInt());
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertEquals(0, run("describe", "cloud-volume", "--json"));
        String first = out.toString();
        out.getBuffer().setLength(0);
        assertEquals(0, run("describe", "cloud-volume", "--json"));
        assertEquals(first, out.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "describe hdd-1984 | no device model \"hdd-1984\"",
                "describe hdd-2004 --size 1M | hdd-2004: 1048576 bytes; 67108864 at least are needed",
                "describe hdd-2004 --size big | \"big\" is not a size such as 64M",
                "describe hdd-2004 --size 99999999T | more than can be counted",
                "describe | MODEL",
                "  | a subcommand is needed"
            })
    void wrongUsageIsSaid(@org.jspecify.annotations.Nullable String arguments, String message) {
        assertEquals(2, arguments == null ? run() : run(arguments.split(" ", -1)));
        assertTrue(err.toString().contains(message), err::toString);
    }
}
