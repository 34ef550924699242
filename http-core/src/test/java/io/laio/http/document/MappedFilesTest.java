package io.laio.http.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.laio.http.loop.Clock;
import io.laio.http.protocol.FileVersion;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MappedFilesTest {
    private static final long EXPIRY_NANOS = 600;
    private static final long DEVICE = 7;
    private static final int FD = 5;

    /** Lengths by address of what is mapped. */
    private final Map<Long, Long> mapped = new HashMap<>();

    private long nextAddress = 1 << 20;
    private long addressSpace = Long.MAX_VALUE;
    private long now = 1_000_000;

    private final Linux linux = (number, a, b, c, d, e, f) -> {
        if (number == SystemCall.MMAP.number()) {
            return map(b, e);
        }
        assertEquals(SystemCall.MUNMAP.number(), number);
        assertEquals(b, mapped.remove(a), "taken away as it was mapped, once");
        return 0;
    };

    private long map(long bytes, long fd) {
        assertEquals(FD, fd);
        if (mapped.values().stream().mapToLong(length -> length).sum() + bytes > addressSpace) {
            return -Errno.ENOMEM;
        }
        nextAddress += 1 << 20;
        mapped.put(nextAddress, bytes);
        return nextAddress;
    }

    private final Clock clock = new Clock() {
        @Override
        public long nanos() {
            return now;
        }

        @Override
        public long epochSeconds() {
            return fail("no mapping asks for the time of day");
        }
    };

    private MappedFiles files(int capacity) {
        return new MappedFiles(linux, clock, capacity, EXPIRY_NANOS);
    }

    private static FileVersion version(long inode) {
        return new FileVersion(100, 1_000, 1, inode);
    }

    private static MappedFile acquire(MappedFiles files, long inode) {
        return Objects.requireNonNull(files.acquire(DEVICE, version(inode), FD));
    }

    private static void use(MappedFiles files, long inode) {
        files.release(acquire(files, inode));
    }

    @Test
    void whoeverAsksForTheSameFileGetsTheSameMapping() {
        MappedFiles files = files(10);
        MappedFile first = acquire(files, 1);
        MappedFile second = acquire(files, 1);
        files.release(first);
        files.release(second);
        assertSame(first, second);
        assertSame(first, acquire(files, 1), "also after nobody used it for a while");
        assertEquals(1, mapped.size());
    }

    @Test
    void anythingElseAboutTheFileMakesItAnother() {
        MappedFiles files = files(10);
        MappedFile file = acquire(files, 1);
        List<MappedFile> others = new ArrayList<>();
        others.add(Objects.requireNonNull(files.acquire(DEVICE + 1, version(1), FD)));
        for (FileVersion other : List.of(
                new FileVersion(101, 1_000, 1, 1),
                new FileVersion(100, 1_001, 1, 1),
                new FileVersion(100, 1_000, 2, 1),
                new FileVersion(100, 1_000, 1, 2))) {
            others.add(Objects.requireNonNull(files.acquire(DEVICE, other, FD)));
        }
        others.forEach(other -> assertNotSame(file, other));
        assertEquals(6, mapped.size());
        assertEquals(1, mapped.values().stream().filter(bytes -> bytes == 101).count());
    }

    @Test
    void aMappingExpiresWhenNobodyHasUsedItForThatLong() {
        MappedFiles files = files(10);
        use(files, 1);
        now += EXPIRY_NANOS / 2;
        use(files, 2);
        now += EXPIRY_NANOS / 2 - 1;
        files.expire();
        assertEquals(2, mapped.size());
        now++;
        files.expire();
        assertEquals(1, mapped.size());
        assertEquals(1, files.size());
        use(files, 2);
        now += EXPIRY_NANOS - 1;
        files.expire();
        assertEquals(1, mapped.size(), "being used begins its time anew");
    }

    @Test
    void aMappingInUseNeverExpires() {
        MappedFiles files = files(10);
        MappedFile file = acquire(files, 1);
        now += 100 * EXPIRY_NANOS;
        files.expire();
        assertTrue(mapped.containsKey(file.address));
        files.release(file);
        files.expire();
        assertTrue(mapped.containsKey(file.address), "its time begins when nobody uses it any more");
        now += EXPIRY_NANOS;
        files.expire();
        assertEquals(Map.of(), mapped);
    }

    @Test
    void whatWasUnusedForTheLongestGivesWay() {
        MappedFiles files = files(2);
        use(files, 1);
        use(files, 2);
        use(files, 1);
        MappedFile one = acquire(files, 1);
        files.release(one);
        use(files, 3);
        assertEquals(2, mapped.size());
        assertSame(one, acquire(files, 1), "2 was used before it");
    }

    @Test
    void onlyMappingsInUseAreMoreThanTheLimit() {
        MappedFiles files = files(2);
        List<MappedFile> used = new ArrayList<>();
        for (int inode = 1; inode <= 5; inode++) {
            used.add(acquire(files, inode));
        }
        assertEquals(5, mapped.size());
        used.forEach(files::release);
        assertEquals(2, mapped.size());
        assertSame(used.get(4), acquire(files, 5));
    }

    @Test
    void whereThereIsNoRoomUnusedMappingsGiveWay() {
        MappedFiles files = files(10);
        use(files, 1);
        use(files, 2);
        use(files, 3);
        addressSpace = 300;
        MappedFile four = Objects.requireNonNull(files.acquire(DEVICE, new FileVersion(200, 0, 0, 4), FD));
        assertEquals(2, mapped.size());
        assertNull(files.acquire(DEVICE, new FileVersion(250, 0, 0, 5), FD), "what is in use does not");
        assertTrue(mapped.containsKey(four.address));
    }

    @Test
    void withoutExpiryNothingIsKept() {
        MappedFiles files = new MappedFiles(linux, clock, 10, 0);
        use(files, 1);
        assertEquals(Map.of(), mapped);
    }

    @Test
    void whateverIsDoneNothingIsLostOrTakenAwayTooEarly() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String where = "seed " + seed;
        int capacity = 1 + random.nextInt(8);
        MappedFiles files = files(capacity);
        List<MappedFile> used = new ArrayList<>();
        for (int step = 0; step < 50_000; step++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> used.add(acquire(files, random.nextInt(20)));
                case 2, 3 -> {
                    if (!used.isEmpty()) {
                        files.release(used.remove(random.nextInt(used.size())));
                    }
                }
                default -> {
                    now += random.nextLong(EXPIRY_NANOS);
                    files.expire();
                }
            }
            long inUse = used.stream().distinct().count();
            assertTrue(used.stream().allMatch(file -> mapped.containsKey(file.address)), where);
            assertTrue(mapped.size() <= Math.max(capacity, inUse), where);
            assertEquals(mapped.size(), files.size(), where);
        }
        used.forEach(files::release);
        files.close();
        assertEquals(Map.of(), mapped, where);
    }
}
