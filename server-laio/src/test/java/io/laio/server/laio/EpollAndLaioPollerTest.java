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
import io.laio.http.loop.OperationCounters;
import io.laio.http.network.EpollPoller;
import io.laio.linux.Epoll;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One wait for both: no event of either side is lost, whenever it comes. A test that loses one hangs. */
@Timeout(60)
@ParameterizedClass
@EnumSource(names = {"RING", "WORKERS"})
class EpollAndLaioPollerTest {
    private static final int ROUNDS = 2_000;
    private static final int PATH = 0;
    private static final int HOW = 4096;
    private static final int ONE = 8192;
    private static final int READ = 8200;
    private static final int S_IFIFO = 0x1000; // include/uapi/linux/stat.h

    private final Map<SystemCall, Integer> calls = new EnumMap<>(SystemCall.class);
    private final List<Runnable> beforeEnter = new ArrayList<>();
    private final Linux linux = Linux.open();
    private final NativeBuffer memory = new NativeBuffer(16_384);
    private final EpollPoller epoll;
    private final LaioDisk disk;
    private final EpollAndLaioPoller poller;
    private final List<Integer> opened = new ArrayList<>();
    private final List<Integer> counters = new ArrayList<>();
    private int fifos;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    EpollAndLaioPollerTest(Engine engine) throws EngineUnavailableException {
        Laio laio = Laio.open(this::kernel, LaioOptions.DEFAULTS.withEngine(engine));
        epoll = new EpollPoller(kernel());
        disk = new LaioDisk(laio, new OperationCounters(), Laziness.DIRECT, Clock.SYSTEM, 1);
        poller = new EpollAndLaioPoller(epoll, laio, disk);
    }

    /** Counts the calls of the loop's thread, and lets something happen just before it enters the ring. */
    private Linux kernel() {
        Linux real = Linux.open();
        Thread loop = Thread.currentThread();
        return (number, a, b, c, d, e, f) -> {
            SystemCall call = SystemCall.ofNumber(number);
            if (call != null && Thread.currentThread() == loop) {
                calls.merge(call, 1, Integer::sum);
                if (call == SystemCall.IO_URING_ENTER || call == SystemCall.EPOLL_PWAIT2) {
                    List.copyOf(beforeEnter).forEach(Runnable::run);
                }
            }
            return real.syscall(number, a, b, c, d, e, f);
        };
    }

    @BeforeEach
    void prepare() {
        Memory.putLong(memory.address() + ONE, 1);
    }

    @AfterEach
    void close() {
        poller.close();
        opened.forEach(linux::close);
        counters.forEach(linux::close);
        memory.close();
    }

    private int counter(EpollPoller.ReadinessHandler handler) {
        int fd = linux.eventfd(0, Epoll.EFD_NONBLOCK | Epoll.EFD_CLOEXEC);
        epoll.add(fd, Epoll.EPOLLIN, handler);
        counters.add(fd);
        return fd;
    }

    private void raise(int counter) {
        assertEquals(Long.BYTES, linux.write(counter, memory.address() + ONE, Long.BYTES));
    }

    private void lower(int counter) {
        assertEquals(Long.BYTES, linux.read(counter, memory.address() + READ, Long.BYTES));
    }

    private void path(String name) {
        Memory.putString(memory.address() + PATH, HOW, directory.resolve(name).toString());
    }

    /** The disk gets work that goes on until {@link #meet}: a reader waits for the writer of a FIFO (tried directly first: the ring
     * would not wait). */
    private String openFifo() {
        String name = "fifo" + fifos++;
        path(name);
        assertEquals(
                0, linux.syscall(SystemCall.MKNODAT, OpenHow.AT_FDCWD, memory.address() + PATH, S_IFIFO | 0600, 0));
        OpenHow.put(memory.address() + HOW, OpenHow.O_RDONLY, 0, 0);
        long result = disk.open(
                OpenHow.AT_FDCWD, memory.address() + PATH, memory.address() + HOW, fd -> opened.add((int) fd));
        assertEquals(Disk.PENDING, result);
        return name;
    }

    private int meet(String fifo) {
        path(fifo);
        OpenHow.put(memory.address() + HOW, OpenHow.O_RDWR, 0, 0);
        int fd = linux.openat2(OpenHow.AT_FDCWD, memory.address() + PATH, memory.address() + HOW);
        assertTrue(fd >= 0, "the FIFO's other end");
        counters.add(fd);
        return fd;
    }

    private void turn() {
        if (!poller.submit()) {
            poller.await(Long.MAX_VALUE);
        }
        poller.dispatch();
    }

    @Test
    void withoutWorkForTheDiskOnlyEpollIsAwaited() {
        int[] seen = {0};
        int counter = counter(events -> seen[0]++);
        calls.clear();
        for (int i = 0; i < 100; i++) {
            raise(counter);
            turn();
        }
        assertEquals(100, seen[0]);
        assertEquals(Map.of(SystemCall.EPOLL_PWAIT, 100), calls);
    }

    @Test
    void eventOfTheNetworkEndsTheWaitForTheDisk() {
        int[] seen = {0};
        int counter = counter(events -> seen[0]++);
        String fifo = openFifo();
        assertFalse(poller.submit());
        raise(counter);
        while (seen[0] == 0) {
            turn();
        }
        assertEquals(1, disk.pending());
        meet(fifo);
        while (disk.pending() > 0) {
            turn();
        }
        assertTrue(opened.getFirst() >= 0);
    }

    @Test
    void endOfWorkOfTheDiskEndsTheWaitAndThenEpollIsAwaitedAgain() {
        int[] seen = {0};
        int counter = counter(events -> seen[0]++);
        meet(openFifo());
        while (disk.pending() > 0) {
            turn();
        }
        raise(counter); // ends the wait that is still in flight
        while (seen[0] == 0) {
            turn();
        }
        calls.clear();
        raise(counter);
        turn();
        assertEquals(2, seen[0]);
        assertEquals(Map.of(SystemCall.EPOLL_PWAIT, 1), calls);
    }

    /** What comes after the events were collected and before the next wait begins: at the last moment before, each time. */
    @Test
    void eventBetweenTwoWaitsIsFoundByTheNext() {
        int[] seen = {0};
        int counter = counter(events -> seen[0]++);
        String fifo = openFifo();
        boolean[] raised = {false};
        beforeEnter.add(() -> {
            if (!raised[0]) {
                raised[0] = true;
                raise(counter);
            }
        });
        for (int i = 1; i <= ROUNDS; i++) {
            raised[0] = false;
            while (seen[0] < i) {
                turn();
            }
        }
        assertEquals(ROUNDS, seen[0], "each change is told once");
        meet(fifo);
    }

    @Test
    void eventInAHandlerIsFoundByTheNextWait() {
        int[] seen = {0};
        int[] fd = {0};
        fd[0] = counter(events -> {
            lower(fd[0]);
            if (++seen[0] < ROUNDS) {
                raise(fd[0]);
            }
        });
        String fifo = openFifo();
        raise(fd[0]);
        while (seen[0] < ROUNDS) {
            turn();
        }
        meet(fifo);
    }

    /** Another thread raises the counter whenever the last time was seen, while work of the disk begins and ends. */
    @Test
    void noEventIsLostWhileTheWaitChangesFromOneToTheOther() throws InterruptedException {
        AtomicInteger seen = new AtomicInteger();
        int counter = counter(events -> seen.incrementAndGet());
        Thread peer = Thread.ofPlatform().start(() -> {
            Linux peers = Linux.open(); // a thread has a view of its own
            for (int i = 0; i < ROUNDS; i++) {
                peers.write(counter, memory.address() + ONE, Long.BYTES);
                while (seen.get() <= i) {
                    Thread.onSpinWait();
                }
            }
        });
        String fifo = "";
        for (int turns = 0; seen.get() < ROUNDS; turns++) {
            if (turns % 20 == 0) {
                fifo = openFifo();
            } else if (turns % 20 == 10) {
                meet(fifo);
            }
            turn();
        }
        peer.join();
    }

    @Test
    void moreEventsThanOneWaitBringsAreAllTold() {
        Set<Integer> told = new HashSet<>();
        List<Integer> several = new ArrayList<>();
        for (int i = 0; i < EpollPoller.MAX_EVENTS + 100; i++) {
            int number = i;
            several.add(counter(events -> assertTrue(told.add(number), "told twice")));
        }
        String fifo = openFifo();
        several.forEach(this::raise);
        while (told.size() < several.size()) {
            turn();
        }
        meet(fifo);
    }

    @Test
    void wakeUpEndsEitherWait() {
        poller.wakeup();
        turn();
        String fifo = openFifo();
        poller.submit();
        poller.dispatch();
        poller.wakeup();
        turn();
        assertEquals(1, disk.pending());
        meet(fifo);
    }
}
