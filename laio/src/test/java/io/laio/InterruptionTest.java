package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Calls that really wait on worker threads are cancelled, abandoned, and closed under their feet. */
class InterruptionTest extends RawCallFixture {
    private static final int LOCK_EX = 2;

    /** Closing joins them, so there is nothing to wait for. */
    private static long workerThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("laio-worker"))
                .count();
    }

    private long sleepAnHour() {
        Memory.putLong(loop.at(0), 3_600);
        Memory.putLong(loop.at(8), 0);
        return start(SystemCall.NANOSLEEP, loop.at(0), 0);
    }

    @Test
    void moreCallsThanThreadsAllComplete() throws EngineUnavailableException {
        try (TestLoop few = new TestLoop(setting.options().withMaxWorkers(2))) {
            Memory.putLong(few.at(0), 0);
            Memory.putLong(few.at(8), 1_000);
            Map<Long, Long> expected = new HashMap<>();
            for (int i = 0; i < 50; i++) {
                few.laio.syscall(SystemCall.NANOSLEEP.number(), few.at(0), 0);
                expected.put(few.handle(), 0L);
            }
            assertEquals(expected, few.await(50));
        }
    }

    @Test
    void queuedCallsAreCancelledWithTheOnesThatRun() throws EngineUnavailableException {
        try (TestLoop few = new TestLoop(setting.options().withMaxWorkers(2))) {
            Memory.putLong(few.at(0), 3_600);
            Memory.putLong(few.at(8), 0);
            Map<Long, Long> expected = new HashMap<>();
            for (int i = 0; i < 10; i++) {
                few.laio.syscall(SystemCall.NANOSLEEP.number(), few.at(0), 0);
                expected.put(few.handle(), (long) -Errno.ECANCELED);
            }
            few.laio.poll(few.completions, 1_000_000);
            expected.keySet().forEach(few.laio::cancel);
            assertEquals(expected, few.await(10));
            RawCallFixture.assertCountersAgree(few.laio);
        }
    }

    @Test
    void closingEndsWaitsOfEveryKindAndTheirThreads() throws Exception {
        Path file = Files.createFile(directory.resolve("lock"));
        int holder = Loopback.open(linux, file, OpenHow.O_RDWR);
        assertEquals(0, linux.syscall(SystemCall.FLOCK, holder, LOCK_EX, 0, 0));
        int waiter = Loopback.open(linux, file, OpenHow.O_RDWR);
        int before = Loopback.openDescriptors();
        AtomicInteger released = new AtomicInteger();
        Thread owner = Thread.currentThread();
        for (int round = 0; round < 5; round++) {
            try (TestLoop doomed = new TestLoop(setting.options())) {
                Memory.putLong(doomed.at(0), 3_600);
                Memory.putLong(doomed.at(8), 0);
                doomed.laio.syscall(SystemCall.NANOSLEEP.number(), doomed.at(0), 0);
                doomed.laio.syscall(SystemCall.FLOCK.number(), waiter, LOCK_EX);
                doomed.laio.syscall(SystemCall.FUTEX.number(), doomed.at(64), 0, 0, 0);
                doomed.laio.abandon(doomed.handle(), () -> {
                    assertEquals(owner, Thread.currentThread());
                    released.incrementAndGet();
                });
                doomed.laio.syscall(SystemCall.POLL.number(), 0, 0, -1, 0);
                if (round > 0) {
                    doomed.laio.poll(doomed.completions, 100_000L * round);
                }
            }
            assertEquals(round + 1, released.get());
        }
        Loopback.awaitDescriptors(before);
        assertEquals(0, workerThreads());
        linux.close(holder);
        linux.close(waiter);
    }

    @Test
    void releaseComesOnceAndOnlyWhenTheKernelTouchesNothing() {
        AtomicInteger released = new AtomicInteger();
        long handle = sleepAnHour();
        laio.poll(loop.completions, 1_000_000);
        laio.abandon(handle, released::incrementAndGet);
        laio.abandon(handle, released::incrementAndGet);
        assertEquals(0, released.get(), "never from within the call");
        loop.awaitSilently();
        laio.poll(loop.completions, 0);
        assertEquals(1, released.get());
        laio.cancel(handle);
        laio.abandon(handle, released::incrementAndGet);
        laio.poll(loop.completions, 0);
        assertEquals(1, released.get());
    }

    @Test
    void releaseOfWhatWasCompleteComesToo() {
        int readers = 8;
        int[] pipe = Loopback.pipe(linux);
        List<Long> handles = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            handles.add(start(SystemCall.READ, pipe[0], loop.at(i), 1));
        }
        assertEquals(readers, linux.write(pipe[1], loop.at(16), readers));
        Completions one = new Completions(1);
        for (int polls = 0; laio.poll(one, 25_000_000) == 0; polls++) {
            assertTrue(polls < 4_000, "nothing was read");
        }
        handles.remove(one.handle(0));
        AtomicInteger released = new AtomicInteger();
        handles.forEach(
                left -> laio.abandon(left, released::incrementAndGet)); // in flight, or complete and not delivered
        loop.awaitSilently();
        assertEquals(0, laio.poll(loop.completions, 0));
        assertEquals(readers - 1, released.get());
        linux.close(pipe[0]);
        linux.close(pipe[1]);
    }

    @Test
    void acceptOfABlockingListenerEndsWithItsDescriptor() {
        int listener = Loopback.listener(linux);
        Loopback.check(linux.syscall(SystemCall.FCNTL, listener, 4, OpenHow.O_RDWR, 0));
        long handle = start(SystemCall.ACCEPT4, listener, 0, 0, Sockets.SOCK_CLOEXEC);
        laio.poll(loop.completions, 1_000_000);
        laio.close(listener);
        assertEquals(-Errno.ECANCELED, loop.await(2).get(handle));
    }
}
