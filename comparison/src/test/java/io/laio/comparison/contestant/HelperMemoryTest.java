package io.laio.comparison.contestant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelperMemoryTest {
    private static final String RECORDED = """
            55813f54b000-7fff8d71b000 ---p 00000000 00:00 0                          [rollup]
            Rss:               51580 kB
            Pss:               29227 kB
            Pss_Dirty:         20112 kB
            Pss_Anon:          20100 kB
            Pss_File:           9115 kB
            Pss_Shmem:            12 kB
            Shared_Clean:      21428 kB
            Anonymous:         20100 kB
            """;

    @TempDir
    private Path directory;

    @Test
    void whatIsSharedCountsWithItsPart() throws IOException {
        Path rollup = Files.writeString(directory.resolve("smaps_rollup"), RECORDED);
        assertEquals(new HelperMemory(29_227 * 1024, 20_112 * 1024), HelperMemory.read(rollup));
    }

    @Test
    void processesAreSummedUp() {
        assertEquals(new HelperMemory(5, 3), new HelperMemory(4, 2).plus(new HelperMemory(1, 1)));
    }

    @Test
    void theKernelTellsOfThisProcess() throws IOException {
        HelperMemory own = HelperMemory.read(Path.of("/proc/self/smaps_rollup"));
        assertTrue(own.ownBytes() > 0 && own.ownBytes() < own.proportionalBytes(), own::toString);
    }

    @Test
    void aProcessThatIsGoneHasNone() {
        assertThrows(IOException.class, () -> HelperMemory.read(directory.resolve("smaps_rollup")));
    }
}
