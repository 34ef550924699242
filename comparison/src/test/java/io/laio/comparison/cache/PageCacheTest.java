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
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs below the build directory, because the temporary directory is in memory on many machines. */
class PageCacheTest {
    private static final List<String> FILES = List.of("/a/large.bin", "small.txt", "empty");
    private static final int LARGE_BYTES = 3_000_000;
    private static final int PAGES = Math.ceilDiv(LARGE_BYTES, PageCounter.PAGE_BYTES) + 1;

    private static final int MAX_TRIES = 20;

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
        Files.write(root.resolve("empty"), new byte[0]);
    }

    @Test
    void cachestatSeesFilesLeaveAndReturn() throws IOException {
        assumeTrue(CachestatCounter.supported(linux), "cachestat needs Linux 6.5");
        assumeFalse(
                Files.getFileStore(root).type().equals(PageCache.OVERLAY),
                "on overlayfs cachestat does not see the real files' pages");
        seesFilesLeaveAndReturn(() -> new PageCache(linux, root, new CachestatCounter(linux)));
    }

    @Test
    void mincoreSeesFilesLeaveAndReturn() throws IOException {
        seesFilesLeaveAndReturn(() -> new PageCache(linux, root, new MincoreCounter(linux)));
    }

    @Test
    void whatIsChosenForTheFileSystemSeesFilesLeaveAndReturn() throws IOException {
        seesFilesLeaveAndReturn(() -> new PageCache(linux, root));
    }

    private void seesFilesLeaveAndReturn(Supplier<PageCache> caches) throws IOException {
        List<Residency> expected =
                List.of(new Residency(3, PAGES, PAGES), new Residency(3, PAGES, 0), new Residency(3, PAGES, PAGES - 1));
        assertEquals(expected, undisturbed(expected, () -> leaveAndReturn(caches)));
    }

    private List<Residency> leaveAndReturn(Supplier<PageCache> caches) throws IOException {
        write();
        try (PageCache cache = caches.get()) {
            Residency written = cache.measure(FILES);
            cache.evict(FILES);
            Residency evicted = cache.measure(FILES);
            assertEquals(LARGE_BYTES, Files.readAllBytes(root.resolve("a/large.bin")).length);
            return List.of(written, evicted, cache.measure(FILES));
        }
    }

    /** What is in memory is also others' doing: the kernel's, if memory is short, and whoever reads all files there are. */
    private static <T> T undisturbed(T expected, Trial<T> trial) throws IOException {
        T seen = trial.carryOut();
        for (int tries = 1; tries < MAX_TRIES && !expected.equals(seen); tries++) {
            seen = trial.carryOut();
        }
        return seen;
    }

    @FunctionalInterface
    private interface Trial<T> {
        T carryOut() throws IOException;
    }

    @Test
    void measuringBringsNothingIntoMemory() throws IOException {
        try (PageCache cache = new PageCache(linux, root)) {
            assertEquals(0.0, undisturbed(0.0, () -> {
                cache.evict(FILES);
                cache.measure(FILES);
                return cache.measure(FILES).fraction();
            }));
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
