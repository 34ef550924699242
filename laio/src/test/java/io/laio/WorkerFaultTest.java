package io.laio;

import static io.laio.FaultyKernels.atMost;
import static io.laio.FaultyKernels.result;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls of worker threads that are short, interrupted, or fail: on either engine, where it gives them to workers. */
class WorkerFaultTest {
    private static final int BYTES = 10_000;
    private static final int PIECE = 3_000;

    private final Linux linux = Linux.open();
    private final FaultyKernels kernels = new FaultyKernels();
    private final byte[] content = new byte[BYTES];

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private int from;
    private int to;

    @BeforeEach
    void makeFiles() throws IOException {
        new Random(1).nextBytes(content);
        from = Loopback.open(linux, Files.write(directory.resolve("from"), content), OpenHow.O_RDONLY);
        to = Loopback.open(linux, Files.createFile(directory.resolve("to")), OpenHow.O_RDWR);
    }

    @AfterEach
    void close() {
        linux.close(from);
        linux.close(to);
    }

    /** Opens the library; nothing is tried, so everything that can be goes to a worker. */
    private TestLoop open(Engine engine) throws EngineUnavailableException {
        LaioOptions options = LaioOptions.DEFAULTS.withEngine(engine).withLaziness(Laziness.OFF);
        return new TestLoop(Laio.open(kernels, options));
    }

    private static long make(TestLoop loop, SystemCall call, long a, long b, long c, long d, long e) {
        loop.laio.syscall(call.number(), a, b, c, d, e, 0);
        return loop.await(loop.handle());
    }

    private long sendfile(TestLoop loop) {
        return make(loop, SystemCall.SENDFILE, to, from, 0, BYTES, 0);
    }

    private void assertCopied() throws IOException {
        assertArrayEquals(content, Files.readAllBytes(directory.resolve("to")));
    }

    @ParameterizedTest
    @EnumSource(names = {"RING", "WORKERS"})
    void interruptedAndShortPiecesOfAFileAreGoneOnWith(Engine engine) throws Exception {
        kernels.once(SystemCall.SENDFILE, result(-Errno.EINTR))
                .once(SystemCall.SENDFILE, atMost(SystemCall.SENDFILE, 3, PIECE))
                .once(SystemCall.SENDFILE, result(-Errno.EINTR))
                .once(SystemCall.SENDFILE, atMost(SystemCall.SENDFILE, 3, PIECE));
        try (TestLoop loop = open(engine)) {
            assertEquals(BYTES, sendfile(loop));
            assertEquals(5, kernels.calls(SystemCall.SENDFILE));
        }
        assertCopied();
    }

    @ParameterizedTest
    @EnumSource(names = {"RING", "WORKERS"})
    void failureOfALaterPieceIsAnErrorNotACount(Engine engine) throws Exception {
        for (int errno : new int[] {Errno.EIO, Errno.ENOSPC}) {
            kernels.once(SystemCall.SENDFILE, atMost(SystemCall.SENDFILE, 3, PIECE))
                    .once(SystemCall.SENDFILE, result(-errno));
            try (TestLoop loop = open(engine)) {
                assertEquals(-errno, sendfile(loop));
            }
        }
        assertEquals(2 * PIECE, Files.size(directory.resolve("to")));
    }

    @ParameterizedTest
    @EnumSource(names = {"RING", "WORKERS"})
    void plainCallAnswersWhatTheKernelSaysButForInterruptions(Engine engine) throws Exception {
        SystemCall copy = SystemCall.COPY_FILE_RANGE;
        kernels.once(copy, result(-Errno.EINTR))
                .once(copy, result(-Errno.EIO))
                .once(copy, result(-Errno.ENOSPC))
                .once(copy, atMost(copy, 4, PIECE));
        try (TestLoop loop = open(engine)) {
            assertEquals(-Errno.EIO, make(loop, copy, from, 0, to, 0, BYTES), "after the interruption");
            assertEquals(-Errno.ENOSPC, make(loop, copy, from, 0, to, 0, BYTES));
            assertEquals(PIECE, make(loop, copy, from, 0, to, 0, BYTES));
            assertEquals(BYTES - PIECE, make(loop, copy, from, 0, to, 0, BYTES));
            assertEquals(0, make(loop, copy, from, 0, to, 0, BYTES));
        }
        assertCopied();
    }

    @Test
    void writesAreWhole() throws Exception {
        kernels.once(SystemCall.PWRITE64, atMost(SystemCall.PWRITE64, 2, PIECE))
                .once(SystemCall.PWRITE64, result(-Errno.EINTR))
                .once(SystemCall.PWRITE64, atMost(SystemCall.PWRITE64, 2, PIECE));
        try (TestLoop loop = open(Engine.WORKERS)) {
            Memory.copy(content, 0, loop.at(0), BYTES);
            assertEquals(BYTES, make(loop, SystemCall.PWRITE64, to, loop.at(0), BYTES, 0, 0));
            assertEquals(4, kernels.calls(SystemCall.PWRITE64));
            assertCopied();
            for (int errno : new int[] {Errno.EIO, Errno.ENOSPC}) {
                kernels.once(SystemCall.PWRITE64, atMost(SystemCall.PWRITE64, 2, PIECE))
                        .once(SystemCall.PWRITE64, result(-errno));
                assertEquals(-errno, make(loop, SystemCall.PWRITE64, to, loop.at(0), BYTES, 0, 0));
            }
            kernels.once(SystemCall.PWRITE64, atMost(SystemCall.PWRITE64, 2, PIECE))
                    .once(SystemCall.PWRITE64, result(0));
            assertEquals(-Errno.EIO, make(loop, SystemCall.PWRITE64, to, loop.at(0), BYTES, 0, 0), "no progress");
        }
    }

    @Test
    void readsEndWhereAnErrorBegins() throws Exception {
        kernels.once(SystemCall.PREAD64, atMost(SystemCall.PREAD64, 2, PIECE))
                .once(SystemCall.PREAD64, result(-Errno.EINTR))
                .once(SystemCall.PREAD64, atMost(SystemCall.PREAD64, 2, PIECE));
        try (TestLoop loop = open(Engine.WORKERS)) {
            assertEquals(BYTES, make(loop, SystemCall.PREAD64, from, loop.at(0), BYTES, 0, 0));
            byte[] got = new byte[BYTES];
            Memory.copy(loop.at(0), got, 0, BYTES);
            assertArrayEquals(content, got);
            kernels.once(SystemCall.PREAD64, atMost(SystemCall.PREAD64, 2, PIECE))
                    .once(SystemCall.PREAD64, result(-Errno.EIO));
            assertEquals(PIECE, make(loop, SystemCall.PREAD64, from, loop.at(0), BYTES, 0, 0));
            kernels.once(SystemCall.PREAD64, result(-Errno.EIO));
            assertEquals(-Errno.EIO, make(loop, SystemCall.PREAD64, from, loop.at(0), BYTES, 0, 0));
        }
    }

    /** Where a pipe has no form that never waits, one of two readers is ready in vain, and its thread waits. */
    @Test
    void readThatWaitsOnAThreadIsCancelled() throws Exception {
        kernels.always(SystemCall.PREADV2, result(-Errno.EOPNOTSUPP));
        int[] pipe = Loopback.pipe(linux);
        try (TestLoop loop = new TestLoop(Laio.open(kernels, LaioOptions.DEFAULTS.withEngine(Engine.WORKERS)))) {
            loop.laio.read(pipe[0], loop.at(0), 1, -1);
            long one = loop.handle();
            loop.laio.read(pipe[0], loop.at(8), 1, -1);
            long other = loop.handle();
            loop.laio.poll(loop.completions, 1_000_000);
            assertEquals(0, kernels.calls(SystemCall.READ), "nothing to read");
            assertEquals(1, linux.write(pipe[1], loop.at(16), 1));
            var first = loop.await(1);
            assertEquals(1L, first.values().iterator().next());
            for (int polls = 0; kernels.calls(SystemCall.READ) < 2; polls++) {
                assertTrue(polls < 4_000, "the other was not ready");
                assertEquals(0, loop.laio.poll(loop.completions, 1_000_000));
            }
            long waiting = first.containsKey(one) ? other : one;
            loop.laio.cancel(waiting);
            assertEquals(-Errno.ECANCELED, loop.await(waiting));
        }
        linux.close(pipe[0]);
        linux.close(pipe[1]);
    }
}
