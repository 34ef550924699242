package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A descriptor that is always ready, and answers all the same that there is nothing: the loop does not turn for it. */
class InVainTest {
    private static final long FOR_EVER = -1;
    private static final int POLLS = 100;
    private static final int CALLS_BEFORE_A_REST = 150;
    private static final int CALLS_A_REST = 10;
    private static final long REST_NANOS = 5_000_000;

    private final Linux linux = Linux.open();
    private final AtomicBoolean lies = new AtomicBoolean(true);
    private final FaultyKernels kernels = new FaultyKernels()
            .always(
                    SystemCall.PREADV2,
                    (real, of) -> lies.get()
                            ? -Errno.EAGAIN
                            : real.syscall(SystemCall.PREADV2.number(), of[0], of[1], of[2], of[3], of[4], of[5]));

    @SuppressWarnings("NullAway.Init")
    private TestLoop loop;

    private int[] pipe = {};

    @BeforeEach
    void waitInVain() throws EngineUnavailableException {
        loop = new TestLoop(Laio.open(kernels, LaioOptions.DEFAULTS.withEngine(Engine.WORKERS)));
        pipe = Loopback.pipe(linux);
        assertEquals(1, linux.write(pipe[1], loop.at(0), 1));
    }

    @AfterEach
    void close() {
        loop.close();
        linux.close(pipe[0]);
        linux.close(pipe[1]);
    }

    private long readAndRest() {
        loop.laio.read(pipe[0], loop.at(0), 1, -1);
        long handle = loop.handle();
        int before = kernels.total();
        long startNanos = System.nanoTime();
        for (int i = 0; i < POLLS; i++) {
            assertEquals(0, loop.laio.poll(loop.completions, FOR_EVER));
        }
        long rests = 1 + (System.nanoTime() - startNanos) / REST_NANOS;
        int calls = kernels.total() - before;
        assertTrue(calls <= CALLS_BEFORE_A_REST + CALLS_A_REST * rests, () -> calls + " calls in " + rests + " rests");
        return handle;
    }

    @Test
    void whatComesAfterAllIsRead() {
        long handle = readAndRest();
        lies.set(false);
        assertEquals(1, loop.await(handle));
    }

    @Test
    void whatRestsIsCancelled() {
        long handle = readAndRest();
        loop.laio.cancel(handle);
        assertEquals(-Errno.ECANCELED, loop.await(handle));
    }

    @Test
    void whatRestsEndsWhenItsDescriptorIsClosed() {
        long handle = readAndRest();
        loop.laio.close(pipe[0]);
        long closing = loop.handle();
        var results = loop.await(2);
        assertEquals(-Errno.ECANCELED, results.get(handle));
        assertEquals(0L, results.get(closing));
    }
}
