package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.OpenHow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Short, interrupted and failing results, late and in another order: what becomes of the whole operation. */
@ParameterizedClass
@EnumSource(names = {"RING", "WORKERS"})
class WholeOperationTest {
    private static final LaioOptions TRIED_IN_THE_BATCH = LaioOptions.DEFAULTS.withLaziness(Laziness.RING);
    private static final int FILE_BYTES = 10_000;

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Engine engine;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private FaultyResults kernel;

    @SuppressWarnings("NullAway.Init")
    private TestLoop loop;

    @BeforeEach
    void open() throws EngineUnavailableException {
        kernel = FaultyResults.of(engine);
        loop = new TestLoop(kernel.open(TRIED_IN_THE_BATCH));
    }

    @AfterEach
    void close() {
        loop.close();
    }

    private int file() throws IOException {
        Path file = Files.write(directory.resolve("file"), new byte[FILE_BYTES]);
        return Loopback.open(loop.linux, file, OpenHow.O_RDWR);
    }

    private long read(int fd, long offset) {
        loop.laio.read(fd, loop.at(0), FILE_BYTES, offset);
        return loop.await(loop.handle());
    }

    @Test
    void shortReadsArePutTogether() throws IOException {
        int fd = file();
        kernel.answer(1).answer(4095).answer(100);
        assertEquals(FILE_BYTES, read(fd, 0), "1, 4095, 100, and the rest");
        assertEquals(0, kernel.answersLeft());
        assertEquals(FILE_BYTES - 10, read(fd, 10), "the file ends");
    }

    @Test
    void errorAtOnceIsTheResult() throws IOException {
        int fd = file();
        kernel.answer(-Errno.EIO);
        assertEquals(-Errno.EIO, read(fd, 0));
    }

    @Test
    void errorAfterAPartLeavesThePart() throws IOException {
        int fd = file();
        kernel.answer(4096).answer(-Errno.EIO);
        assertEquals(4096, read(fd, 0), "the next read meets the error");
        kernel.answer(-Errno.EIO);
        assertEquals(-Errno.EIO, read(fd, 4096));
    }

    @Test
    void interruptedOperationGoesOn() throws IOException {
        int fd = file();
        kernel.answer(-Errno.EINTR).answer(10).answer(-Errno.EINTR);
        assertEquals(FILE_BYTES, read(fd, 0));
    }

    @Test
    void partOfAWriteIsNoWrite() throws IOException {
        int fd = file();
        kernel.answer(50).answer(-Errno.ENOSPC);
        loop.laio.write(fd, loop.at(0), 100, 0);
        assertEquals(-Errno.ENOSPC, loop.await(loop.handle()));
        kernel.answer(50).answer(0);
        loop.laio.write(fd, loop.at(0), 100, 0);
        assertEquals(-Errno.EIO, loop.await(loop.handle()), "no progress is an error, not a loop");
    }

    @Test
    void emptyWriteFailsAsAnyOther() throws IOException {
        int readOnly = Loopback.open(loop.linux, Files.createFile(directory.resolve("empty")), OpenHow.O_RDONLY);
        loop.laio.write(readOnly, loop.at(0), 0, 0);
        assertEquals(-Errno.EBADF, loop.await(loop.handle()));
    }

    @Test
    void whatNeverStopsSayingAgainIsGivenUp() throws IOException {
        int fd = file();
        for (int i = 0; i < 100; i++) {
            kernel.answer(-Errno.EAGAIN);
        }
        assertEquals(-Errno.EAGAIN, read(fd, 0), "never a spin");
        assertTrue(kernel.answersLeft() > 50, "given up early");
    }

    @Test
    void whatIsCancelledIsNotToldToTryAgain() throws IOException {
        int fd = file();
        kernel.answer(-Errno.EAGAIN);
        loop.laio.read(fd, loop.at(0), FILE_BYTES, 0);
        long handle = loop.handle();
        loop.laio.cancel(handle);
        assertEquals(-Errno.ECANCELED, loop.await(handle));
    }

    @Test
    void socketThatSaysAgainIsWaitedFor() {
        int[] pair = Loopback.socketPair(loop.linux);
        kernel.answer(-Errno.EAGAIN);
        loop.laio.recv(pair[0], loop.at(0), 10, io.laio.linux.Sockets.MSG_DONTWAIT);
        long handle = loop.handle();
        loop.linux.send(pair[1], loop.at(0), 3, 0);
        loop.laio.poll(loop.completions, 0); // the three bytes are lost: the kernel is told to have said EAGAIN
        int spins = 0;
        while (loop.laio.poll(loop.completions, 1_000_000) == 0 && spins < 20) {
            spins++;
        }
        assertEquals(20, spins, "nothing to receive");
        loop.linux.send(pair[1], loop.at(0), 2, 0);
        assertEquals(2, loop.await(handle));
    }

    @Test
    void completionsInAnotherOrderFindTheirOperations() {
        kernel.reverse();
        int[][] pipes = new int[40][];
        Map<Long, Long> expected = new java.util.HashMap<>();
        for (int i = 0; i < pipes.length; i++) {
            pipes[i] = Loopback.pipe(loop.linux);
            loop.laio.read(pipes[i][0], loop.at(100 * i), 100, -1);
            expected.put(loop.handle(), i + 1L);
        }
        loop.laio.poll(loop.completions, 0);
        for (int i = 0; i < pipes.length; i++) {
            loop.linux.write(pipes[i][1], loop.at(0), i + 1);
        }
        assertEquals(expected, loop.await(pipes.length));
        assertEquals(0, loop.laio.counters().staleCompletions());
    }

    @Test
    void manyShortReadsThroughASmallQueueAllComplete() throws IOException, EngineUnavailableException {
        int fd = file();
        FaultyResults shortening = FaultyResults.of(engine);
        try (TestLoop small = new TestLoop(shortening.open(TRIED_IN_THE_BATCH.withEntries(2, 4)))) {
            int reads = 60;
            for (int i = 0; i < reads * 3; i++) {
                shortening.answer(100);
            }
            for (int i = 0; i < reads; i++) {
                small.laio.read(fd, small.at(i * FILE_BYTES), FILE_BYTES, 0);
            }
            Map<Long, Long> results = small.await(reads);
            assertTrue(results.values().stream().allMatch(v -> v == FILE_BYTES), results.toString());
            assertEquals(0, small.laio.counters().staleCompletions());
            assertEquals(0, small.laio.inFlight());
        }
    }
}
