package io.laio.testbed.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What the JVM does as it ends is done by the test. */
class InterruptionTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private Interruption of(Thread worker, long patienceMillis) {
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Interruption(worker, patienceMillis, "a disk (bin/laio disk list)", err);
    }

    @Test
    void theWorkerIsInterruptedAndWaitedFor() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch mayClear = new CountDownLatch(1);
        Interruption[] interruption = new Interruption[1];
        Thread worker = Thread.ofPlatform().unstarted(() -> {
            try (Interruption _ = interruption[0]) {
                never.await();
            } catch (InterruptedException e) {
                awaitUninterrupted(mayClear);
            }
        });
        interruption[0] = of(worker, Integer.MAX_VALUE);
        worker.start();
        Thread hook = Thread.ofPlatform().start(interruption[0]::interrupt);
        mayClear.countDown();
        assertTrue(hook.join(Duration.ofSeconds(60)), "it waits although everything is cleared");
        assertEquals(0, said.size());
        worker.join();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted twice", e);
        }
    }

    /** It ends all the same, and says so. */
    @Test
    void whatIsNotClearedInTimeIsNamed() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Thread worker = Thread.ofPlatform().daemon().start(() -> {
            while (never.getCount() > 0) {
                Thread.onSpinWait(); // heeds no interrupt
            }
        });
        of(worker, 1).interrupt();
        never.countDown();
        worker.join();
        String message = said.toString(StandardCharsets.UTF_8);
        assertTrue(message.contains("a disk (bin/laio disk list)"), message);
    }

    @Test
    void whoHasEndedByHimselfIsLeftAlone() {
        Interruption interruption = of(Thread.currentThread(), Integer.MAX_VALUE);
        interruption.close();
        interruption.interrupt();
        assertFalse(Thread.interrupted());
        assertEquals(0, said.size());
    }
}
