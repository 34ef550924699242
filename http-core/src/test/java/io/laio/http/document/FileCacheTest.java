package io.laio.http.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.protocol.FileHeaders;
import io.laio.http.protocol.FileVersion;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FileCacheTest {
    private static final long VALIDITY_NANOS = 50;

    /** How often each descriptor was closed. */
    private final Map<Integer, Integer> closed = new HashMap<>();

    private final Linux linux = (number, a, b, c, d, e, f) -> {
        assertEquals(SystemCall.CLOSE.number(), number);
        closed.merge((int) a, 1, Integer::sum);
        return 0;
    };

    private int lastFd = 100;

    private OpenFile open() {
        FileVersion version = new FileVersion(10, 0, 0, ++lastFd);
        byte[] type = "text/plain".getBytes(StandardCharsets.US_ASCII);
        return new OpenFile(linux, lastFd, 1, version, new FileHeaders(version, type, 0), true);
    }

    private static @Nullable OpenFile find(FileCache cache, String name) {
        byte[] path = bytes(name);
        return cache.find(path, length(name), name.endsWith("/"));
    }

    /** Stores a file, and lets go of it as a connection does that has sent it. */
    private static void store(FileCache cache, String name, OpenFile file, long now) {
        cache.put(bytes(name), length(name), name.endsWith("/"), file, now);
        file.release();
    }

    private static byte[] bytes(String name) {
        return (name + "#rest of a reused buffer").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int length(String name) {
        return name.endsWith("/") ? name.length() - 1 : name.length();
    }

    @Test
    void aNameAndItsDirectoryAreDifferentEntries() {
        FileCache cache = new FileCache(4, VALIDITY_NANOS);
        OpenFile name = open();
        OpenFile directory = open();
        store(cache, "a", name, 0);
        store(cache, "a/", directory, 0);
        assertSame(name, find(cache, "a"));
        assertSame(directory, find(cache, "a/"));
        assertNull(find(cache, "/"));
    }

    @Test
    void anEntryIsBelievedForItsValidity() {
        FileCache cache = new FileCache(4, VALIDITY_NANOS);
        OpenFile file = open();
        store(cache, "a", file, 1_000);
        assertTrue(cache.isFresh(file, 1_000));
        assertTrue(cache.isFresh(file, 1_049));
        assertFalse(cache.isFresh(file, 1_050));
        assertFalse(new FileCache(4, 0).isFresh(file, 1_000), "a validity of 0 believes nothing");
    }

    @Test
    void namesWithTheSameHashAreKeptApart() {
        FileCache cache = new FileCache(8, VALIDITY_NANOS);
        List<String> names = List.of("AaAa", "AaBB", "BBAa", "BBBB"); // all hash alike with 31
        List<OpenFile> files = new ArrayList<>();
        for (String name : names) {
            OpenFile file = open();
            files.add(file);
            store(cache, name, file, 0);
        }
        cache.remove(files.get(1));
        assertNull(find(cache, names.get(1)));
        for (int i : new int[] {0, 2, 3}) {
            assertSame(files.get(i), find(cache, names.get(i)));
        }
    }

    @Test
    void aFileThatIsSentOutlivesItsEntry() {
        FileCache cache = new FileCache(1, VALIDITY_NANOS);
        OpenFile sent = open();
        sent.retain();
        store(cache, "a", sent, 0);
        store(cache, "b", open(), 0);
        assertNull(find(cache, "a"));
        assertEquals(Map.of(), closed);
        sent.release();
        assertEquals(Map.of(sent.fd(), 1), closed);
    }

    @Test
    void removingWhatIsGoneDoesNothing() {
        FileCache cache = new FileCache(2, VALIDITY_NANOS);
        OpenFile file = open();
        file.retain();
        store(cache, "a", file, 0);
        cache.remove(file);
        cache.remove(file);
        assertEquals(0, cache.size());
        assertEquals(Map.of(), closed);
        assertFalse(cache.evictOldest());
    }

    @Test
    void itAgreesWithAnOrderedMapWhateverIsDone() {
        long seed = System.nanoTime();
        Comparison comparison = new Comparison(seed);
        for (int step = 0; step < 50_000; step++) {
            comparison.step(step);
        }
        comparison.end();
    }

    /** The cache beside an ordered map, and connections that send documents meanwhile. */
    private final class Comparison {
        private final Random random;
        private final String where;
        private final int capacity;
        private final FileCache cache;
        private final Map<String, OpenFile> model = new LinkedHashMap<>(16, 0.75f, true); // least recently used first
        private final List<OpenFile> sending = new ArrayList<>();

        Comparison(long seed) {
            random = new Random(seed);
            where = "seed " + seed;
            capacity = 1 + random.nextInt(12);
            cache = new FileCache(capacity, VALIDITY_NANOS);
        }

        void step(int now) {
            String name = "d/" + random.nextInt(20) + (random.nextBoolean() ? "/" : "");
            switch (random.nextInt(8)) {
                case 0, 1 -> replace(name, now);
                case 2 -> remove(name);
                case 3 -> evictOldest();
                case 4 -> finishSending();
                default -> lookUp(name);
            }
            assertEquals(model.size(), cache.size(), where);
        }

        private void replace(String name, int now) {
            OpenFile file = open();
            model.remove(name);
            model.put(name, file);
            evictFrom(model, capacity);
            store(cache, name, file, now);
        }

        private void remove(String name) {
            OpenFile known = model.remove(name);
            if (known != null) {
                cache.remove(known);
            }
        }

        private void evictOldest() {
            evictFrom(model, model.size() - 1);
            cache.evictOldest();
        }

        private void finishSending() {
            if (!sending.isEmpty()) {
                sending.remove(random.nextInt(sending.size())).release();
            }
        }

        private void lookUp(String name) {
            OpenFile found = find(cache, name);
            assertSame(model.get(name), found, where);
            if (found != null && random.nextInt(4) == 0) {
                found.retain();
                sending.add(found);
            }
        }

        void end() {
            List<Integer> open = sending.stream().map(OpenFile::fd).distinct().toList();
            cache.clear();
            assertEquals(0, cache.size(), where);
            for (int fd = 101; fd <= lastFd; fd++) {
                assertEquals(open.contains(fd) ? 0 : 1, closed.getOrDefault(fd, 0), where + ", descriptor " + fd);
            }
            sending.forEach(OpenFile::release);
            assertEquals(lastFd - 100, closed.size(), where);
            assertTrue(closed.values().stream().allMatch(times -> times == 1), where);
        }
    }

    private static void evictFrom(Map<String, OpenFile> model, int size) {
        while (model.size() > Math.max(0, size)) {
            model.remove(model.keySet().iterator().next());
        }
    }
}
