package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.SystemCall;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A worker thread whose kernel throws: its operation ends, the others go on, and nobody waits for ever. */
class WorkerDeathTest {
    private static final int CALLS = 10;
    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<Throwable> uncaught = new LinkedBlockingQueue<>();
    private Thread.@Nullable UncaughtExceptionHandler before;

    @BeforeEach
    void listen() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
    }

    @AfterEach
    void leave() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    private static LaioOptions options(Engine engine) {
        return LaioOptions.DEFAULTS.withEngine(engine).withMaxWorkers(2);
    }

    private static void sleepShortly(TestLoop loop) {
        Memory.putLong(loop.at(0), 0);
        Memory.putLong(loop.at(8), 1_000);
        loop.laio.syscall(SystemCall.NANOSLEEP.number(), loop.at(0), 0);
        assertEquals(Errno.EINPROGRESS, loop.laio.errno());
    }

    @ParameterizedTest
    @EnumSource(names = {"RING", "WORKERS"})
    void callThatThrowsEndsItsOperationOnly(Engine engine) throws Exception {
        Throwable broken = new IllegalStateException("broken");
        Throwable worse = new LinkageError("worse");
        FaultyKernels kernels = new FaultyKernels()
                .once(SystemCall.NANOSLEEP, FaultyKernels.thrown(broken))
                .once(SystemCall.NANOSLEEP, FaultyKernels.thrown(worse));
        try (TestLoop loop = new TestLoop(Laio.open(kernels, options(engine)))) {
            for (int i = 0; i < CALLS; i++) {
                sleepShortly(loop);
            }
            var results = loop.await(CALLS).values();
            assertEquals(2, Collections.frequency(results, (long) -Errno.EIO));
            assertEquals(CALLS - 2, Collections.frequency(results, 0L));
            assertEquals(CALLS, kernels.calls(SystemCall.NANOSLEEP));
            RawCallFixture.assertCountersAgree(loop.laio);
        }
        Throwable first = thrown();
        Throwable second = thrown();
        assertEquals(Set.of(broken, worse), Set.of(first, second));
    }

    @ParameterizedTest
    @EnumSource(names = {"RING", "WORKERS"})
    void threadWithoutAKernelEndsOneOperation(Engine engine) throws Exception {
        AtomicInteger refusals = new AtomicInteger(3);
        Supplier<Linux> kernels = () -> {
            if (Thread.currentThread().getName().equals("laio-worker") && refusals.getAndDecrement() > 0) {
                throw new IllegalStateException("no kernel");
            }
            return Linux.open();
        };
        try (TestLoop loop = new TestLoop(Laio.open(kernels, options(engine).withMaxWorkers(1)))) {
            for (int i = 0; i < CALLS; i++) {
                sleepShortly(loop);
            }
            var results = loop.await(CALLS).values();
            assertEquals(3, Collections.frequency(results, (long) -Errno.EIO));
            assertEquals(CALLS - 3, Collections.frequency(results, 0L));
        }
        for (int i = 0; i < 3; i++) {
            assertEquals("no kernel", thrown().getMessage());
        }
    }

    private Throwable thrown() throws InterruptedException {
        Throwable thrown = uncaught.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return Objects.requireNonNull(thrown, "nothing reached the handler");
    }

    @ParameterizedTest
    @EnumSource(names = {"RING", "WORKERS"})
    void closingWhileThreadsDieDoesNotHang(Engine engine) throws Exception {
        Supplier<Linux> kernels = () -> {
            if (Thread.currentThread().getName().equals("laio-worker")) {
                throw new IllegalStateException("no kernel");
            }
            return Linux.open();
        };
        AtomicInteger released = new AtomicInteger();
        try (TestLoop loop = new TestLoop(Laio.open(kernels, options(engine)))) {
            for (int i = 0; i < CALLS; i++) {
                sleepShortly(loop);
                loop.laio.abandon(loop.laio.handle(), released::incrementAndGet);
            }
        }
        assertEquals(CALLS, released.get());
    }

    /** A view of the kernel is asked for when the library opens, and by worker threads, not in the middle of a cancellation. */
    @ParameterizedTest
    @EnumSource(names = {"RING", "WORKERS"})
    void cancellingNeedsNoFurtherKernel(Engine engine) throws Exception {
        AtomicBoolean opened = new AtomicBoolean();
        Supplier<Linux> kernels = () -> {
            if (opened.get() && !Thread.currentThread().getName().equals("laio-worker")) {
                throw new IllegalStateException("no kernel");
            }
            return Linux.open();
        };
        try (TestLoop loop = new TestLoop(Laio.open(kernels, options(engine)))) {
            opened.set(true);
            Memory.putLong(loop.at(0), 3_600);
            Memory.putLong(loop.at(8), 0);
            loop.laio.syscall(SystemCall.NANOSLEEP.number(), loop.at(0), 0);
            long handle = loop.handle();
            loop.laio.poll(loop.completions, 1_000_000);
            loop.laio.cancel(handle);
            assertEquals(-Errno.ECANCELED, loop.await(handle));
        }
    }
}
