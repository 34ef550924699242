package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import java.util.HashMap;
import java.util.Map;

/** A {@link Laio} with a buffer, and polls that give up in the end, so that a lost completion fails a test, not hangs it. */
final class TestLoop implements AutoCloseable {
    static final int BUFFER_BYTES = 4 << 20;

    private static final int MAX_POLLS = 4_000;
    private static final long POLL_NANOS = 25_000_000;

    final Linux linux = Linux.open();
    final Laio laio;
    final Completions completions = new Completions(64);

    private final NativeBuffer buffer = new NativeBuffer(BUFFER_BYTES);

    TestLoop(LaioOptions options) throws EngineUnavailableException {
        laio = Laio.open(options);
    }

    TestLoop(Linux kernel, LaioOptions options) throws EngineUnavailableException {
        laio = Laio.open(kernel, options);
    }

    TestLoop(Laio laio) {
        this.laio = laio;
    }

    /** An address in the buffer. */
    long at(int offset) {
        return buffer.address() + offset;
    }

    /** The handle of the call just made, which must have gone on in the background. */
    long handle() {
        assertEquals(Errno.EINPROGRESS, laio.errno(), () -> Errno.describe(laio.errno()));
        return laio.handle();
    }

    /** Polls until the operation is complete, and nothing else: its value, or its negated error number. */
    long await(long handle) {
        Map<Long, Long> results = await(1);
        assertTrue(results.containsKey(handle), "another operation completed");
        return results.getOrDefault(handle, 0L);
    }

    /** Polls until so many operations are complete: values, or negated error numbers, by handle. */
    Map<Long, Long> await(int count) {
        Map<Long, Long> results = new HashMap<>();
        for (int polls = 0; results.size() < count; polls++) {
            if (polls == MAX_POLLS) {
                fail(results.size() + " of " + count + " completed, " + laio.inFlight() + " in flight");
            }
            laio.poll(completions, POLL_NANOS);
            for (int i = 0; i < completions.count(); i++) {
                long value = completions.errno(i) != 0 ? -completions.errno(i) : completions.value(i);
                assertEquals(null, results.put(completions.handle(i), value), "completed twice");
            }
        }
        return results;
    }

    /** Polls until nothing is in flight; fails if something is delivered. */
    void awaitSilently() {
        for (int polls = 0; laio.inFlight() > 0; polls++) {
            assertTrue(polls < MAX_POLLS, "still in flight");
            assertEquals(0, laio.poll(completions, POLL_NANOS), "nobody waits for it");
        }
    }

    @Override
    public void close() {
        laio.close();
        buffer.close();
    }
}
