package io.laio.testbed.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkModelsTest {
    private static final String SLOW = """
            {"description": "d", "rateMegabitsPerSecond": 2.5, "mtuBytes": 1500, "frameOverheadBytes": 24,
             "burstBytes": 70000, "queueBytes": 90000, "source": "s"}
            """;

    @TempDir
    Path directory;

    @Test
    void theStudysNetworkIsThere() {
        LinkModels models = new LinkModels(Path.of("..", "config", "networks"));
        assertTrue(models.names().contains("gigabit"));
        LinkModel gigabit = models.find("gigabit");
        assertEquals("gigabit", gigabit.name());
        assertEquals(1000, gigabit.rateMegabitsPerSecond());
        assertTrue(gigabit.burstBytes() >= 65_536 + 54, "a packet that is not cut up yet has to pass");
    }

    @Test
    void aFileIsALinkCalledLikeTheFile() throws IOException {
        Path file = Files.writeString(directory.resolve("slow.json"), SLOW);
        LinkModel slow = new LinkModels(directory.resolve("elsewhere")).find(file.toString());
        assertEquals(new LinkModel("slow", "d", 2.5, 1500, 24, 70_000, 90_000, "s"), slow);
        assertEquals(slow, new LinkModels(directory).find("slow"));
        assertEquals(List.of("slow"), new LinkModels(directory).names());
    }

    @Test
    void whatIsThereIsToldToWhoAsksForSomethingElse() throws IOException {
        Files.writeString(directory.resolve("slow.json"), SLOW);
        String message = refusal("fast");
        assertTrue(message.contains("no network \"fast\"; there are loopback, slow"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "1500, '\"1500\"', mtuBytes: a number is needed",
        "1500, 1500.5, mtuBytes: a whole number",
        "mtuBytes, mtu, mtu: no such field; there are burstBytes",
        "2.5, -1, rateMegabitsPerSecond: not -1.0",
        "'\"s\"', '\"\"', source: a sentence is needed",
        "'}', '', not JSON"
    })
    void aWrongFileIsNamedWithTheField(String what, String instead, String words) throws IOException {
        Files.writeString(directory.resolve("slow.json"), SLOW.replace(what, instead));
        String message = refusal("slow");
        assertTrue(message.contains("slow.json: " + words), message);
    }

    private String refusal(String name) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> new LinkModels(directory).find(name))
                .getMessage());
    }
}
