package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.SystemCall;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A worker thread that has nothing to do ends, and another is started when there is. */
class IdleWorkerTest {
    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<Thread> started = new LinkedBlockingQueue<>();

    private TestLoop open(Engine engine, long idleMillis) throws EngineUnavailableException {
        Supplier<Linux> kernels = () -> {
            if (Thread.currentThread().getName().equals("laio-worker")) {
                started.add(Thread.currentThread());
            }
            return Linux.open();
        };
        return new TestLoop(Laio.open(
                Linux.open(),
                kernels,
                (max, waker) -> new WorkerPool(Linux.open(), kernels, max, waker, idleMillis),
                LaioOptions.DEFAULTS.withEngine(engine)));
    }

    private static void sleepShortly(TestLoop loop) {
        Memory.putLong(loop.at(0), 0);
        Memory.putLong(loop.at(8), 1_000);
        loop.laio.syscall(SystemCall.NANOSLEEP.number(), loop.at(0), 0);
        assertEquals(0, loop.await(loop.handle()));
    }

    private Thread startedThread() throws InterruptedException {
        Thread thread = started.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(thread, "no thread was started");
        return thread;
    }

    @ParameterizedTest
    @EnumSource(names = {"RING", "WORKERS"})
    void idleThreadEndsAndAnotherIsStarted(Engine engine) throws Exception {
        try (TestLoop loop = open(engine, 1)) {
            sleepShortly(loop);
            Thread first = startedThread();
            assertTrue(first.join(Duration.ofSeconds(PATIENCE_SECONDS)), "an idle thread ends by itself");
            sleepShortly(loop);
            assertNotSame(first, startedThread());
        }
    }

    @Test
    void threadIsKeptForTheNextCall() throws Exception {
        try (TestLoop loop = open(Engine.WORKERS, TimeUnit.HOURS.toMillis(1))) {
            for (int i = 0; i < 20; i++) {
                sleepShortly(loop);
            }
            Thread only = startedThread();
            assertTrue(only.isAlive());
            assertEquals(0, started.size(), "one call after another needs one thread");
        }
    }
}
