package io.laio;

import static io.laio.Loopback.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** One wait for an epoll instance's events and for everything else: by every engine, also on kernels before 6.15. */
@ParameterizedClass(name = "{0} {1}, Linux 6.15: {2}")
@CsvSource({
    "RING, RING, true",
    "RING, DIRECT, true",
    "RING, OFF, true",
    "RING, RING, false",
    "RING, DIRECT, false",
    "RING, OFF, false",
    "WORKERS, RING, true",
    "WORKERS, DIRECT, true",
    "WORKERS, OFF, true"
})
class EpollWaitTest {
    private static final int REGISTER_PROBE = 8; // enum io_uring_register_op, include/uapi/linux/io_uring.h
    private static final int PROBE_OPS = 16; // struct io_uring_probe
    private static final int PROBE_OP_BYTES = 8; // struct io_uring_probe_op
    private static final int PROBE_OP_FLAGS = 2;
    private static final int EVENTS = 4;
    private static final int ONE = 1024; // where the value 1 stands that is written
    private static final int COUNTERS = 100;

    private final FaultyKernels kernels = new FaultyKernels();
    private final Linux linux = Linux.open();
    private final Laziness laziness;
    private final TestLoop loop;
    private final int epoll = check(linux.epollCreate(Epoll.EPOLL_CLOEXEC));

    EpollWaitTest(Engine engine, Laziness laziness, boolean since615) throws EngineUnavailableException {
        if (!since615) {
            kernels.always(SystemCall.IO_URING_REGISTER, EpollWaitTest::withoutTheOperation);
        }
        this.laziness = laziness;
        this.loop = new TestLoop(Laio.open(kernels, LaioOptions.DEFAULTS.withEngine(engine)));
        Memory.putLong(loop.at(ONE), 1);
    }

    private static long withoutTheOperation(Linux real, long[] of) {
        long result = real.syscall(SystemCall.IO_URING_REGISTER, of[0], of[1], of[2], of[3]);
        if (of[1] == REGISTER_PROBE) {
            long entry = of[2] + PROBE_OPS + (long) Abi.IORING_OP_EPOLL_WAIT * PROBE_OP_BYTES;
            Memory.putShort(entry + PROBE_OP_FLAGS, (short) 0);
        }
        return result;
    }

    @AfterEach
    void close() {
        RawCallFixture.assertCountersAgree(loop.laio);
        loop.close();
        linux.close(epoll);
    }

    /** An event counter that the instance watches for changes. */
    private int watched() {
        int counter = check(linux.eventfd(0, Epoll.EFD_NONBLOCK | Epoll.EFD_CLOEXEC));
        Epoll.put(loop.at(2048), Epoll.EPOLLIN | Epoll.EPOLLET, counter);
        check(linux.epollControl(epoll, Epoll.EPOLL_CTL_ADD, counter, loop.at(2048)));
        return counter;
    }

    private void raise(int counter) {
        assertEquals(Long.BYTES, linux.write(counter, loop.at(ONE), Long.BYTES));
    }

    private long begin() {
        return loop.laio.epollWait(epoll, loop.at(0), EVENTS, laziness);
    }

    private long end(long begun) {
        return begun >= 0 ? begun : loop.await(loop.handle());
    }

    private int event(int index) {
        return (int) Epoll.data(loop.at(index * Epoll.BYTES));
    }

    @Test
    void eventThatIsThereEndsTheWait() {
        int counter = watched();
        raise(counter);
        assertEquals(1, end(begin()));
        assertEquals(counter, event(0));
        linux.close(counter);
    }

    @Test
    void eventThatComesLaterEndsTheWait() {
        int counter = watched();
        assertEquals(-1, begin());
        long waiting = loop.handle();
        assertEquals(0, loop.laio.poll(loop.completions, 0));
        raise(counter);
        assertEquals(1, loop.await(waiting));
        assertEquals(counter, event(0));
        linux.close(counter);
    }

    /** Changes are told once: what comes while nobody waits, or more than were asked for, must be found by the next wait. */
    @Test
    void noEventIsLostBetweenTwoWaits() {
        Set<Integer> counters = new HashSet<>();
        for (int i = 0; i < COUNTERS; i++) {
            counters.add(watched());
        }
        assertEquals(-1, begin());
        long waiting = loop.handle();
        loop.laio.poll(loop.completions, 0);
        counters.forEach(this::raise);
        Set<Integer> told = new HashSet<>();
        note(loop.await(waiting), told);
        while (told.size() < COUNTERS) {
            note(end(begin()), told);
        }
        assertEquals(counters, told);
        counters.forEach(linux::close);
    }

    private void note(long count, Set<Integer> told) {
        for (int i = 0; i < count; i++) {
            assertTrue(told.add(event(i)), "told twice");
        }
    }

    /** A thread that stands in the wait, as one does with {@code OFF}, may rightly be quicker than the one that takes the event back. */
    @Test
    void eventThatIsTakenBackIsNone() {
        int counter = watched();
        assertEquals(-1, begin());
        long waiting = loop.handle();
        loop.laio.poll(loop.completions, 0);
        int other = watched();
        raise(other);
        linux.close(other); // the instance was ready, and is not any more
        raise(counter);
        assertEquals(1, loop.await(waiting));
        if (laziness == Laziness.OFF && event(0) == other) {
            assertEquals(1, end(begin()));
        }
        assertEquals(counter, event(0));
        linux.close(counter);
    }

    @Test
    void noThreadStandsInTheWaitUnlessNobodyShallTry() {
        int counter = watched();
        assertEquals(-1, begin());
        long waiting = loop.handle();
        loop.laio.poll(loop.completions, 0);
        raise(counter);
        assertEquals(1, loop.await(waiting));
        boolean mayStand = laziness == Laziness.OFF;
        assertTrue(mayStand || kernels.calls(SystemCall.EPOLL_PWAIT) == 0, "a worker waited");
        linux.close(counter);
    }

    @Test
    void mistakesAreTheKernelsToName() {
        assertEquals(-1, loop.laio.epollWait(-1, loop.at(0), EVENTS, laziness));
        assertEquals(Errno.EBADF, awaitedError());
        int[] pipe = Loopback.pipe(linux);
        assertEquals(-1, loop.laio.epollWait(pipe[0], loop.at(0), EVENTS, laziness));
        assertEquals(Errno.EINVAL, awaitedError());
        assertEquals(-1, loop.laio.epollWait(epoll, loop.at(0), 0, laziness));
        assertEquals(Errno.EINVAL, awaitedError());
        linux.close(pipe[0]);
        linux.close(pipe[1]);
    }

    private long awaitedError() {
        return loop.laio.errno() == Errno.EINPROGRESS ? -loop.await(loop.handle()) : loop.laio.errno();
    }

    @Test
    void waitIsCancelledAndAnotherFindsWhatItMissed() {
        int counter = watched();
        assertEquals(-1, begin());
        long waiting = loop.handle();
        loop.laio.poll(loop.completions, 0);
        loop.laio.cancel(waiting);
        assertEquals(-Errno.ECANCELED, loop.await(waiting));
        raise(counter);
        assertEquals(1, end(begin()));
        linux.close(counter);
    }
}
