package io.laio.comparison.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsLockTest {
    @TempDir
    Path directory;

    @Test
    void oneAtATimeAndAfterwardsTheNext() throws IOException {
        ResultsDirectory results = new ResultsDirectory(directory);
        try (ResultsLock _ = ResultsLock.take(results)) {
            assertThrows(ResultsFormatException.class, () -> ResultsLock.take(results));
        }
        ResultsLock.take(results).close();
    }

    @Test
    void whatAKilledOneLeftKeepsNobodyOutAndGoes() throws IOException {
        Path left = Files.createFile(directory.resolve(".running"));
        ResultsLock.take(new ResultsDirectory(directory)).close();
        assertFalse(Files.exists(left));
    }

    @Test
    void directoriesMadeForItGoIfTheyStayEmpty() throws IOException {
        ResultsDirectory results = new ResultsDirectory(directory.resolve("a/b"));
        ResultsLock.take(results).close();
        assertFalse(Files.exists(directory.resolve("a")));
        try (ResultsLock _ = ResultsLock.take(results)) {
            Files.createFile(results.planJson());
        }
        assertTrue(Files.exists(results.planJson()));
    }

    /** One ends, and another begins, just before the lock is tried: the file that was opened is nobody's any more. */
    @Test
    void theLockOfAFileThatIsGoneIsNone() throws IOException {
        Path file = directory.resolve(".running");
        assertEquals(Optional.empty(), ResultsLock.attempt(file, () -> replace(file)));
        Optional<FileChannel> locked = ResultsLock.attempt(file, () -> {});
        assertTrue(locked.isPresent());
        locked.get().close();
    }

    private static void replace(Path file) {
        try {
            Files.delete(file);
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
