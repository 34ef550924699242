package io.laio.comparison.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StorageTroubleTest {
    private static final Path RESULTS = Path.of("/there");
    private static final Path DATA = Path.of("data");

    @Test
    void aFullDiskIsSaidWithWhatToDoAndHowToGoOn() {
        assertExplained(new IOException("No space left on device"), "no space left: free some");
        assertExplained(
                new FileSystemException("/there/x", null, "Disk quota exceeded"),
                "no space left at /there/x: free some where the results (/there) and the data (data) are");
        assertExplained(new IOException("No space left on device"), "--resume /there --data data");
    }

    @Test
    void whatMayNotBeWrittenIsNamed() {
        assertExplained(new AccessDeniedException("/there"), "not permitted to write at /there: choose other");
        assertExplained(
                new FileSystemException("/there/x", null, "Read-only file system"),
                "not permitted to write at /there/x");
    }

    @Test
    void otherFailuresAreLeftAlone() {
        assertEquals(Optional.empty(), StorageTrouble.explain(new IOException("broken pipe"), RESULTS, DATA));
        assertEquals(Optional.empty(), StorageTrouble.explain(new IOException(), RESULTS, DATA));
    }

    private void assertExplained(IOException failure, String words) {
        String line = StorageTrouble.explain(failure, RESULTS, DATA).orElseThrow();
        assertTrue(line.contains(words), line);
    }
}
