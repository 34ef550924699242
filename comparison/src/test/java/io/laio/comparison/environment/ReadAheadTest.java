package io.laio.comparison.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadAheadTest {
    private static final OptionalLong WANTED = OptionalLong.of(128 << 10);

    @TempDir
    Path directory;

    private Path setting = Path.of("");
    private BlockDevice device = new BlockDevice(Path.of(""));

    @BeforeEach
    void makeDevice() throws IOException {
        Files.createDirectories(directory.resolve("vda/queue"));
        setting = Files.writeString(directory.resolve("vda/queue/read_ahead_kb"), "8192\n");
        device = new BlockDevice(directory.resolve("vda"));
    }

    @Test
    void itIsHeldAndPutBack() throws IOException {
        try (ReadAhead held = ReadAhead.hold(device, WANTED, directory)) {
            assertEquals("128", firstLine());
            assertEquals("128 KB during the runs, else 8192 KB", held.description());
        }
        assertEquals("8192", firstLine());
        assertEquals(OptionalLong.empty(), ReadAhead.leftBehind(device, directory));
    }

    @Test
    void itIsLeftAloneIfNothingIsWanted() throws IOException {
        try (ReadAhead held = ReadAhead.hold(device, OptionalLong.empty(), directory)) {
            assertEquals("8192", firstLine());
            assertEquals("8192 KB", held.description());
        }
    }

    @Test
    void whatAKilledComparisonLeftIsPutBackByTheNext() throws IOException {
        ReadAhead killed = ReadAhead.hold(device, WANTED, directory);
        assertEquals("128 KB during the runs, else 8192 KB", killed.description());
        assertEquals(OptionalLong.of(8192 << 10), ReadAhead.leftBehind(device, directory));
        try (ReadAhead next = ReadAhead.hold(device, WANTED, directory)) {
            assertTrue(next.description().contains("else 8192 KB"), next::description);
        }
        assertEquals("8192", firstLine());
    }

    @Test
    void whatAKilledComparisonLeftIsPutBackAlsoWhereNothingIsWanted() throws IOException {
        ReadAhead killed = ReadAhead.hold(device, WANTED, directory);
        assertEquals("128 KB during the runs, else 8192 KB", killed.description());
        try (ReadAhead next = ReadAhead.hold(device, OptionalLong.empty(), directory)) {
            assertEquals("8192 KB", next.description());
            assertEquals("8192", firstLine());
        }
        assertEquals(OptionalLong.empty(), ReadAhead.leftBehind(device, directory));
    }

    private String firstLine() throws IOException {
        return Files.readAllLines(setting).getFirst();
    }
}
