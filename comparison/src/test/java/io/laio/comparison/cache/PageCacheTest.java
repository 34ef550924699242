package io.laio.comparison.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs below the build directory, because the temporary directory is in memory on many machines. */
class PageCacheTest {
    private static final List<String> FILES = List.of("/a/large.bin", "small.txt", "empty");
    private static final int LARGE_BYTES = 3_000_000;
    private static final int PAGES = Math.ceilDiv(LARGE_BYTES, PageCounter.PAGE_BYTES) + 1;

    @TempDir(factory = BuildDirectory.class)
    Path root;

    private final Linux linux = Linux.open();

    @BeforeEach
    void write() throws IOException {
        String type = Files.getFileStore(root).type();
        assumeFalse(type.equals("tmpfs") || type.equals("ramfs"), "on " + type + " nothing can be evicted");
        byte[] content = new byte[LARGE_BYTES];
        new Random(1).nextBytes(content);
        Files.createDirectories(root.resolve("a"));
        Files.write(root.resolve("a/large.bin"), content);
        Files.writeString(root.resolve("small.txt"), "a page of its own");
        Files.createFile(root.resolve("empty"));
    }

    @Test
    void cachestatSeesFilesLeaveAndReturn() throws IOException {
        assumeTrue(CachestatCounter.supported(linux), "cachestat needs Linux 6.5");
        seesFilesLeaveAndReturn(new CachestatCounter(linux));
    }

    @Test
    void mincoreSeesFilesLeaveAndReturn() throws IOException {
        seesFilesLeaveAndReturn(new MincoreCounter(linux));
    }

    private void seesFilesLeaveAndReturn(PageCounter counter) throws IOException {
        try (PageCache cache = new PageCache(linux, root, counter)) {
            assertEquals(new Residency(3, PAGES, PAGES), cache.measure(FILES));
            cache.evict(FILES);
            assertEquals(new Residency(3, PAGES, 0), cache.measure(FILES));
            assertEquals(LARGE_BYTES, Files.readAllBytes(root.resolve("a/large.bin")).length);
            assertEquals(new Residency(3, PAGES, PAGES - 1), cache.measure(FILES));
        }
    }

    @Test
    void measuringBringsNothingIntoMemory() throws IOException {
        try (PageCache cache = new PageCache(linux, root)) {
            cache.evict(FILES);
            cache.measure(FILES);
            assertEquals(0.0, cache.measure(FILES).fraction());
        }
    }

    @Test
    void aMissingFileIsNamed() {
        try (PageCache cache = new PageCache(linux, root)) {
            IOException error = assertThrows(IOException.class, () -> cache.measure(List.of("gone.html")));
            assertTrue(String.valueOf(error.getMessage()).contains("gone.html"), error::toString);
        }
    }

    @Test
    void aKernelThatDoesNotTellIsNotBelieved() {
        Linux silent = (number, a, b, c, d, e, f) ->
                number == SystemCall.CACHESTAT.number() ? -Errno.EPERM : linux.syscall(number, a, b, c, d, e, f);
        try (PageCache cache = new PageCache(silent, root, new CachestatCounter(silent))) {
            IOException error = assertThrows(IOException.class, () -> cache.measure(FILES));
            assertTrue(String.valueOf(error.getMessage()).contains("owner"), error::toString);
        }
    }

    @Test
    void anOldKernelIsRecognised() {
        assertFalse(CachestatCounter.supported((number, a, b, c, d, e, f) -> -Errno.ENOSYS));
        assertTrue(CachestatCounter.supported((number, a, b, c, d, e, f) -> -Errno.EBADF));
    }
}
