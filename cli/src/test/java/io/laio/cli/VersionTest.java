package io.laio.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionTest {
    @Test
    void outsideARepositoryTheProjectsVersionIsEnough(@TempDir Path notARepository) throws IOException {
        String line = new Version(Optional.of(notARepository)).getVersion()[0];
        assertFalse(line.contains("commit"), line);
        assertTrue(line.matches("laio \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), line);
    }

    @Test
    void theResourceWasFilteredByTheBuild() throws IOException {
        String line = new Version(Optional.empty()).getVersion()[0];
        assertFalse(line.contains("$"), line);
    }
}
