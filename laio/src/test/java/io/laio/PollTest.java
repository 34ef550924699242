package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.InterruptSignal;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting: with every kind of time limit, with too few slots, woken by threads and by signals. */
class PollTest extends EngineFixture {
    private static final long FOR_EVER = -1;
    private static final long MILLI = 1_000_000;

    /** A read of an empty pipe, and the end that completes it. */
    private record PendingRead(long handle, int writer) {}

    private PendingRead pendingRead(Laziness laziness) {
        int[] pipe = Loopback.pipe(linux);
        laio.read(pipe[0], loop.at(0), 1, -1, laziness);
        return new PendingRead(loop.handle(), pipe[1]);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, MILLI})
    void limitedPollEndsThoughNothingCompletes(long limitNanos) {
        PendingRead read = pendingRead(Laziness.RING);
        for (int round = 0; round < 10; round++) {
            assertEquals(0, laio.poll(loop.completions, limitNanos));
        }
        linux.write(read.writer, loop.at(64), 1);
        assertEquals(1, loop.await(read.handle));
    }

    @ParameterizedTest
    @EnumSource
    void pollWithoutLimitWaitsForACompletion(Laziness laziness) {
        PendingRead read = pendingRead(laziness);
        Thread other = Thread.ofPlatform().start(() -> Linux.open().write(read.writer, loop.at(64), 1));
        while (laio.poll(loop.completions, FOR_EVER) == 0) {
            assertEquals(1, laio.inFlight()); // a part of the way
        }
        assertEquals(read.handle, loop.completions.handle(0));
        assertTrue(join(other));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, MILLI, FOR_EVER})
    void whatDoesNotFitIntoTheBatchIsDeliveredNext(long limitNanos) {
        int reads = 20;
        Set<Long> open = new HashSet<>();
        List<PendingRead> pending = new ArrayList<>();
        for (int i = 0; i < reads; i++) {
            pending.add(pendingRead(Laziness.RING));
            open.add(pending.getLast().handle);
        }
        laio.poll(loop.completions, 0);
        pending.forEach(read -> linux.write(read.writer, loop.at(64), 1));
        Completions two = new Completions(2);
        for (int polls = 0; !open.isEmpty(); polls++) {
            assertTrue(polls < 10_000, open.size() + " are missing");
            int count = laio.poll(two, limitNanos);
            assertEquals(count, two.count());
            for (int i = 0; i < count; i++) {
                assertTrue(open.remove(two.handle(i)), "each once");
            }
        }
        assertEquals(0, laio.poll(two, 0));
    }

    @Test
    void noWakeUpOfManyThreadsIsLost() {
        int threads = 4;
        int wakeups = 2_000;
        AtomicInteger posted = new AtomicInteger();
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            others.add(Thread.ofPlatform().start(() -> {
                for (int n = 0; n < wakeups; n++) {
                    posted.incrementAndGet();
                    laio.wakeup();
                }
            }));
        }
        int seen = 0;
        while (seen < threads * wakeups) { // a lost wake-up is a wait for ever
            assertEquals(0, laio.poll(loop.completions, FOR_EVER));
            seen = posted.get();
        }
        others.forEach(other -> assertTrue(join(other)));
    }

    @Test
    void wakeUpDoesNotHideACompletion() {
        for (int round = 0; round < 500; round++) {
            PendingRead read = pendingRead(Laziness.RING);
            Thread other = Thread.ofPlatform().start(() -> {
                laio.wakeup();
                Linux.open().write(read.writer, loop.at(64), 1);
                laio.wakeup();
            });
            assertEquals(1, loop.await(read.handle));
            assertTrue(join(other));
            linux.close(read.writer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void signalEndsTheWaitAndHarmsNoOperation(Laziness laziness) {
        PendingRead read = pendingRead(laziness);
        int signal = InterruptSignal.install();
        assertTrue(signal > 0, "no signal is free");
        AtomicBoolean over = new AtomicBoolean();
        Thread other = signalling(linux.gettid(), signal, over);
        assertEquals(0, laio.poll(loop.completions, FOR_EVER), "EINTR ends a wait");
        over.set(true);
        assertTrue(join(other));
        linux.write(read.writer, loop.at(64), 1);
        assertEquals(1, loop.await(read.handle), "the operation went on");
    }

    /**
     * Signals a thread whenever it is seen waiting. Signals without end would never let it go on: those that are sent while
     * one is handled queue up.
     */
    private static Thread signalling(int threadId, int signal, AtomicBoolean over) {
        int process = (int) ProcessHandle.current().pid();
        Path stat = Path.of("/proc/self/task/" + threadId + "/stat");
        return Thread.ofPlatform().start(() -> {
            Linux own = Linux.open();
            while (!over.get()) {
                if (isWaiting(stat)) {
                    own.syscall(SystemCall.TGKILL, process, threadId, signal, 0);
                }
            }
        });
    }

    /** The state is what follows the name in parentheses (proc_pid_stat(5)). */
    private static boolean isWaiting(Path stat) {
        try {
            String line = Files.readString(stat);
            return line.charAt(line.lastIndexOf(')') + 2) == 'S';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean join(Thread thread) {
        try {
            thread.join();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
