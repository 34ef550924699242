package io.laio.server.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.Engine;
import io.laio.EngineUnavailableException;
import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.Laziness;
import io.laio.http.disk.Disk;
import io.laio.http.loop.Clock;
import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** How many reads are in flight, and what becomes of the others. Pipes are the files: their reads end when the test wants it. */
@Timeout(60)
@ParameterizedClass
@CsvSource({"RING, DIRECT", "RING, RING", "WORKERS, DIRECT"})
class LaioDiskTest {
    private static final int MOST = 2;
    private static final int NO_OFFSET = -1;
    private static final int PIPES = 5;
    private static final int SCRATCH = 1024;

    private final Linux linux = Linux.open();
    private final NativeBuffer memory = new NativeBuffer(4096);
    private final OperationCounters counters = new OperationCounters();
    private final LaioPoller poller;
    private final LaioDisk disk;
    private final int[] readers = new int[PIPES];
    private final int[] writers = new int[PIPES];

    /** Which pipe's read ended, and how, in the order of the ends. */
    private final List<String> ended = new ArrayList<>();

    private long now = 1_000;

    private final Clock clock = new Clock() {
        @Override
        public long nanos() {
            return now;
        }

        @Override
        public long epochSeconds() {
            return 0;
        }
    };

    LaioDiskTest(Engine engine, Laziness laziness) throws EngineUnavailableException {
        Laio laio = Laio.open(Linux::open, LaioOptions.DEFAULTS.withEngine(engine));
        poller = new LaioPoller(laio);
        disk = new LaioDisk(laio, counters, laziness, clock, MOST);
    }

    @BeforeEach
    void openPipes() {
        for (int i = 0; i < PIPES; i++) {
            assertEquals(0, linux.pipe(memory.address() + SCRATCH, OpenHow.O_CLOEXEC));
            readers[i] = Memory.getInt(memory.address() + SCRATCH);
            writers[i] = Memory.getInt(memory.address() + SCRATCH + Integer.BYTES);
        }
    }

    @AfterEach
    void close() {
        poller.close();
        disk.close();
        for (int i = 0; i < PIPES; i++) {
            linux.close(readers[i]);
            linux.close(writers[i]);
        }
        memory.close();
    }

    private long read(int pipe) {
        return disk.read(
                readers[pipe], memory.address() + pipe, 1, NO_OFFSET, result -> ended.add(pipe + ": " + result));
    }

    private void begin(int... pipes) {
        for (int pipe : pipes) {
            assertEquals(Disk.PENDING, read(pipe));
        }
        poller.submit();
        poller.dispatch();
    }

    private void write(int pipe) {
        assertEquals(1, linux.write(writers[pipe], memory.address() + SCRATCH, 1));
    }

    private void awaitEnds(int count) {
        while (ended.size() < count) {
            if (!poller.submit()) {
                poller.await(Long.MAX_VALUE);
            }
            poller.dispatch();
        }
    }

    @Test
    void asManyReadsAsPermittedAreInFlightAndTheOthersWait() {
        assertFalse(disk.readsWait());
        begin(0);
        assertFalse(disk.readsWait());
        begin(1);
        assertTrue(disk.readsWait());
        begin(2, 3);
        assertEquals(MOST, disk.pending());
    }

    @Test
    void readsThatWaitBeginInTheirOrderWhenOthersEnd() {
        begin(0, 1, 2, 3, 4);
        write(1);
        awaitEnds(1);
        assertEquals(MOST, disk.pending(), "the next has begun");
        write(2);
        awaitEnds(2);
        write(3);
        awaitEnds(3);
        write(0);
        write(4);
        awaitEnds(5);
        assertEquals(List.of("1: 1", "2: 1", "3: 1"), ended.subList(0, 3));
        assertEquals(0, disk.pending());
        assertFalse(disk.readsWait());
    }

    /** It is not even tried: the kernel would begin to read. */
    @Test
    void aReadBehindOthersWaitsAlthoughItsBytesAreThere() {
        begin(0, 1);
        write(2);
        begin(2);
        assertEquals(List.of(), ended);
        write(0);
        awaitEnds(2);
        assertEquals(List.of("0: 1", "2: 1"), ended);
    }

    @Test
    void readsThatAreOverAsSoonAsTheyBeginMakeRoomForMore() {
        begin(0, 1);
        write(2);
        write(3);
        begin(2, 3, 4);
        write(1);
        awaitEnds(3);
        assertEquals(List.of("1: 1", "2: 1", "3: 1"), ended.stream().sorted().toList());
        write(4);
        write(0);
        awaitEnds(5);
    }

    @Test
    void anErrorEndsAReadThatWaitedAndNoOther() {
        begin(0, 1);
        assertEquals(
                Disk.PENDING, disk.read(-1, memory.address(), 1, NO_OFFSET, result -> ended.add("bad: " + result)));
        begin(2);
        write(1);
        awaitEnds(2);
        assertEquals(List.of("1: 1", "bad: " + -Errno.EBADF), ended);
        write(2);
        write(0);
        awaitEnds(4);
    }

    @Test
    void aReadAskedForInACompletionGetsItsTurn() {
        begin(0);
        disk.read(readers[1], memory.address() + 1, 1, NO_OFFSET, result -> {
            ended.add("1: " + result);
            read(3);
        });
        begin(2);
        write(1);
        awaitEnds(1);
        write(2);
        awaitEnds(2);
        write(3);
        awaitEnds(3);
        assertEquals(List.of("1: 1", "2: 1", "3: 1"), ended);
        write(0);
        awaitEnds(4);
    }

    @Test
    void theTimeInTheQueueCountsAsBlocked() {
        begin(0, 1);
        write(2);
        begin(2);
        now += 7_000_000_000_000L;
        write(0);
        write(1);
        awaitEnds(3);
        assertEquals(3, counters.blockedCount(Operation.READ));
        assertTrue(counters.blockedNanos(Operation.READ) >= 7_000_000_000_000L);
    }

    @Test
    void opensAreNotLimited() {
        begin(0, 1);
        Memory.putString(memory.address() + SCRATCH, 64, "/proc/self/status");
        OpenHow.put(memory.address() + 2048, OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0);
        long[] opened = {
            disk.open(
                    OpenHow.AT_FDCWD,
                    memory.address() + SCRATCH,
                    memory.address() + 2048,
                    fd -> ended.add("open " + fd))
        };
        if (opened[0] == Disk.PENDING) {
            awaitEnds(1);
            opened[0] = Long.parseLong(ended.getFirst().substring("open ".length()));
        }
        assertTrue(opened[0] >= 0);
        linux.close((int) opened[0]);
    }
}
