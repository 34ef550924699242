package io.laio.http.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.laio.http.protocol.FileHeaders;
import io.laio.http.protocol.FileVersion;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that many threads use at once: each is closed once, and never while somebody uses it. */
class SharedFileCacheTest {
    private static final long MAPPING = 1 << 20;
    private static final int THREADS = 8;
    private static final int ROUNDS = 20_000;

    private final AtomicInteger lastFd = new AtomicInteger();
    private final AtomicInteger mappings = new AtomicInteger();

    /** Who uses a descriptor right now; a descriptor that is closed is in here no more. */
    private final ConcurrentHashMap<Integer, AtomicInteger> open = new ConcurrentHashMap<>();

    private final Linux linux = (number, a, b, c, d, e, f) -> {
        if (number == SystemCall.MMAP.number()) {
            return MAPPING * mappings.incrementAndGet();
        }
        if (number == SystemCall.CLOSE.number()) {
            AtomicInteger users = open.remove((int) a);
            assertNotNull(users, "closed twice");
            assertEquals(0, users.get(), "closed while it is used");
        }
        return 0;
    };

    private OpenFile opened(SharedFileCache cache, long inode) {
        int fd = lastFd.incrementAndGet();
        open.put(fd, new AtomicInteger());
        FileVersion version = new FileVersion(10, 0, 0, inode);
        byte[] type = "text/plain".getBytes(StandardCharsets.US_ASCII);
        return cache.document(linux, fd, 1, version, new FileHeaders(version, type, 0), true);
    }

    private static byte[] name(int number) {
        return ("name-" + number).getBytes(StandardCharsets.US_ASCII);
    }

    private static @Nullable OpenFile acquire(SharedFileCache cache, int name) {
        return cache.acquire(name(name), name(name).length, false, 0);
    }

    private static OpenFile adopt(SharedFileCache cache, int name, OpenFile opened) {
        return cache.adopt(name(name), name(name).length, false, opened, 0);
    }

    @Test
    void whatIsTheSameStaysAndWhatIsNotReplacesIt() {
        SharedFileCache cache = new SharedFileCache(linux, 10, 1);
        OpenFile first = adopt(cache, 1, opened(cache, 7));
        assertSame(first, adopt(cache, 1, opened(cache, 7)));
        assertEquals(1, open.size(), "the second descriptor of the same file is closed");
        OpenFile other = adopt(cache, 1, opened(cache, 8));
        assertNotSame(first, other);
        assertSame(other, acquire(cache, 1));
        first.release();
        first.release();
        assertEquals(1, open.size(), "what was replaced is closed with its last user");
    }

    @Test
    void theCacheHoldsNoMoreThanItMay() {
        SharedFileCache cache = new SharedFileCache(linux, 2048, 1);
        for (int i = 0; i < 10_000; i++) {
            adopt(cache, i, opened(cache, i)).release();
        }
        assertEquals(2048, cache.size(), "every stripe is full");
        assertEquals(2048, open.size());
        cache.clear();
        assertEquals(0, open.size());
    }

    @Test
    void everyEntryCanBeEvictedAndRemoved() {
        SharedFileCache cache = new SharedFileCache(linux, 2048, 1);
        for (int i = 0; i < 100; i++) {
            adopt(cache, i, opened(cache, i)).release();
        }
        for (int i = 0; i < 50; i++) {
            OpenFile file = acquire(cache, i);
            assertNotNull(file);
            cache.remove(file);
            file.release();
            assertNull(acquire(cache, i));
        }
        int evicted = 0;
        while (cache.evictOldest()) {
            evicted++;
        }
        assertEquals(50, evicted);
        assertEquals(0, open.size());
    }

    @Test
    void threadsShareOneMapping() throws Exception {
        SharedFileCache cache = new SharedFileCache(linux, 10, 1);
        OpenFile file = adopt(cache, 1, opened(cache, 1));
        run(thread -> {
            assertEquals(MAPPING, file.mapping());
            return null;
        });
        assertEquals(1, mappings.get());
    }

    /** Names are found, found changed, forgotten and evicted by all threads at once; every user checks that its own is open. */
    @ParameterizedTest
    @ValueSource(ints = {4, 2048})
    void whatIsUsedIsOpen(int capacity) throws Exception {
        SharedFileCache cache = new SharedFileCache(linux, capacity, 1);
        run(thread -> {
            Random random = new Random(thread);
            for (int i = 0; i < ROUNDS; i++) {
                useOne(cache, random);
            }
            return null;
        });
        cache.clear();
        assertEquals(0, open.size(), "all that was opened is closed");
    }

    private void useOne(SharedFileCache cache, Random random) {
        int name = random.nextInt(16);
        OpenFile file = acquire(cache, name);
        if (file == null || random.nextInt(8) == 0) {
            if (file != null) {
                file.release();
            }
            file = adopt(cache, name, opened(cache, random.nextInt(3)));
        }
        AtomicInteger users = open.get(file.fd());
        assertNotNull(users, "closed before it was let go");
        users.incrementAndGet();
        if (random.nextInt(8) == 0) {
            cache.remove(file);
        } else if (random.nextInt(32) == 0) {
            cache.evictOldest();
        }
        assertSame(users, open.get(file.fd()), "closed while it is used");
        users.decrementAndGet();
        file.release();
    }

    /** What a thread does, given its number. */
    private interface Work {
        @Nullable
        Void of(int thread) throws Exception;
    }

    private static void run(Work work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<@Nullable Void>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                all.add(() -> work.of(thread));
            }
            for (Future<@Nullable Void> done : threads.invokeAll(all)) {
                done.get();
            }
        }
    }
}
