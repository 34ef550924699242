package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kernels that do not have all that today's have. */
class OldKernelTest {
    private static final int REGISTER_PROBE = 8; // enum io_uring_register_op, include/uapi/linux/io_uring.h
    private static final int PROBE_OPS = 16; // struct io_uring_probe: where its operations begin,
    private static final int PROBE_OP_BYTES = 8; // struct io_uring_probe_op: how long one is,
    private static final int PROBE_OP_FLAGS = 2; // and where its flags are

    private final Linux linux = Linux.open();
    private final FaultyKernels kernels = new FaultyKernels();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private TestLoop open(Engine engine) throws EngineUnavailableException {
        TestLoop loop = new TestLoop(Laio.open(kernels, LaioOptions.DEFAULTS.withEngine(engine)));
        assertEquals(engine, loop.laio.engine());
        return loop;
    }

    /** Makes a directory and removes it. */
    private void makeAndRemove(TestLoop loop) {
        Memory.putString(loop.at(0), 512, directory.resolve("made").toString());
        assertEquals(-1, loop.laio.syscall(SystemCall.MKDIR.number(), loop.at(0), 0700));
        assertEquals(0, loop.await(loop.handle()));
        assertEquals(-1, loop.laio.syscall(SystemCall.RMDIR.number(), loop.at(0), 0));
        assertEquals(0, loop.await(loop.handle()));
    }

    @Test
    void ringThatHasAllOperationsNeedsNoWorker() throws EngineUnavailableException {
        try (TestLoop loop = open(Engine.RING)) {
            makeAndRemove(loop);
        }
        assertEquals(0, kernels.calls(SystemCall.MKDIR) + kernels.calls(SystemCall.RMDIR));
    }

    @Test
    void ringThatDoesNotTellItsOperationsHasWorkersForThem() throws EngineUnavailableException {
        kernels.always(SystemCall.IO_URING_REGISTER, FaultyKernels.result(-Errno.EINVAL));
        try (TestLoop loop = open(Engine.RING)) {
            makeAndRemove(loop);
            int[] pipe = Loopback.pipe(linux);
            loop.laio.read(pipe[0], loop.at(0), 1, -1);
            long reading = loop.handle();
            assertEquals(1, linux.write(pipe[1], loop.at(8), 1));
            assertEquals(1, loop.await(reading));
            linux.close(pipe[0]);
            linux.close(pipe[1]);
        }
        assertEquals(1, kernels.calls(SystemCall.MKDIR));
        assertEquals(1, kernels.calls(SystemCall.RMDIR));
        assertEquals(0, kernels.calls(SystemCall.READ), "every ring that is accepted has it");
    }

    @Test
    void ringWithoutOneOperationHasAWorkerForThatOne() throws EngineUnavailableException {
        kernels.always(SystemCall.IO_URING_REGISTER, (real, of) -> {
            long result = real.syscall(SystemCall.IO_URING_REGISTER, of[0], of[1], of[2], of[3]);
            if (of[1] == REGISTER_PROBE) {
                long entry = of[2] + PROBE_OPS + (long) Abi.IORING_OP_MKDIRAT * PROBE_OP_BYTES;
                Memory.putShort(entry + PROBE_OP_FLAGS, (short) 0);
            }
            return result;
        });
        try (TestLoop loop = open(Engine.RING)) {
            makeAndRemove(loop);
        }
        assertEquals(1, kernels.calls(SystemCall.MKDIR));
        assertEquals(0, kernels.calls(SystemCall.RMDIR));
    }

    @Test
    void waitInMillisecondsIsNeverShorterThanAsked() throws EngineUnavailableException {
        List<Long> asked = new ArrayList<>();
        List<Long> millis = new ArrayList<>();
        kernels.always(SystemCall.EPOLL_PWAIT2, (real, of) -> {
            asked.add(of[3]);
            return -Errno.ENOSYS;
        });
        kernels.always(SystemCall.EPOLL_PWAIT, (real, of) -> {
            millis.add(of[3]);
            return real.epollWait((int) of[0], of[1], (int) of[2], (int) of[3]);
        });
        try (TestLoop loop = open(Engine.WORKERS)) {
            for (long nanos : new long[] {1, 999_999, 1_000_000, 1_000_001}) {
                millis.clear();
                assertEquals(0, loop.laio.poll(loop.completions, nanos));
                assertEquals(List.of(nanos > 1_000_000 ? 2L : 1L), waits(millis), "one wait");
            }
            for (long nanos : new long[] {-1, Long.MAX_VALUE}) {
                millis.clear();
                loop.laio.wakeup();
                assertEquals(0, loop.laio.poll(loop.completions, nanos));
                assertEquals(List.of(nanos < 0 ? -1L : (long) Integer.MAX_VALUE), waits(millis));
            }
            assertEquals(1, asked.size(), "not asked for again");
        }
    }

    private static List<Long> waits(List<Long> millis) {
        return millis.stream().filter(limit -> limit != 0).toList();
    }
}
