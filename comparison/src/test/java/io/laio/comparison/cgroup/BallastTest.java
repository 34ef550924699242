package io.laio.comparison.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class BallastTest {
    private static final int CHUNKS = 64;

    private static long anonymousBytes() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(text -> text.startsWith("RssAnon:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
    }

    @Test
    void whatIsHeldIsInMemoryAndNotOnlyPromised() throws IOException {
        try (Ballast ballast = new Ballast(Linux::open)) {
            long before = anonymousBytes();
            ballast.hold(CHUNKS * Ballast.CHUNK_BYTES);
            long grownBytes = anonymousBytes() - before;
            assertTrue(grownBytes >= CHUNKS * Ballast.CHUNK_BYTES / 2, () -> "only " + grownBytes + " bytes");
        }
    }

    @Test
    void itIsRoundedDownAndGivenBack() throws IOException {
        Ballast ballast = new Ballast(Linux::open);
        ballast.hold(3 * Ballast.CHUNK_BYTES - 1);
        assertEquals(2 * Ballast.CHUNK_BYTES, ballast.bytes());
        ballast.hold(Ballast.CHUNK_BYTES);
        assertEquals(Ballast.CHUNK_BYTES, ballast.bytes());
        ballast.close();
        assertEquals(0, ballast.bytes());
    }

    @Test
    void aRefusalIsToldAndWhatWasTakenIsHeld() throws IOException {
        Linux real = Linux.open();
        int[] granted = {2};
        Linux stingy = (call, a, b, c, d, e, f) -> call == SystemCall.MMAP.number() && granted[0]-- <= 0
                ? -Errno.ENOMEM
                : real.syscall(call, a, b, c, d, e, f);
        try (Ballast ballast = new Ballast(() -> stingy)) {
            assertThrows(IOException.class, () -> ballast.hold(4 * Ballast.CHUNK_BYTES));
            assertEquals(2 * Ballast.CHUNK_BYTES, ballast.bytes());
        }
    }
}
