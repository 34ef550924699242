package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.SystemCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which engine is taken, and what is said where io_uring cannot be had. */
class EngineChoiceTest {
    private static final long FOR_EVER = -1;

    private final Linux linux = Linux.open();
    private final NativeBuffer buffer = new NativeBuffer(4096);
    private final Completions completions = new Completions(4);

    private static FaultyLinux refusing(int errno) {
        FaultyLinux refusing = new FaultyLinux();
        for (int i = 0; i < 3; i++) {
            refusing.answer(SystemCall.IO_URING_SETUP, -errno);
        }
        return refusing;
    }

    @Test
    void ringIsTakenWhereItIsPermitted() throws EngineUnavailableException {
        try (Laio laio = Laio.open(LaioOptions.DEFAULTS)) {
            assertEquals(Engine.RING, laio.engine());
            assertEquals("", laio.engineReason());
        }
    }

    @Test
    void workersAreTakenWhereTheRingIsRefusedAndTheReasonIsTold() throws EngineUnavailableException {
        try (Laio laio = Laio.open(refusing(Errno.EPERM), LaioOptions.DEFAULTS)) {
            assertEquals(Engine.WORKERS, laio.engine());
            assertTrue(laio.engineReason().contains("io_uring"), laio.engineReason());
        }
    }

    @Test
    void workersAskForNoRing() throws EngineUnavailableException {
        FaultyLinux watched = new FaultyLinux();
        try (Laio laio = Laio.open(watched, LaioOptions.DEFAULTS.withEngine(Engine.WORKERS))) {
            assertEquals(Engine.WORKERS, laio.engine());
            assertEquals("", laio.engineReason());
            assertEquals(0, watched.calls(SystemCall.IO_URING_SETUP));
        }
    }

    @Test
    void refusedRingNamesCauseAndRemedy() {
        for (int errno : new int[] {Errno.EPERM, Errno.ENOSYS, Errno.ENOMEM, Errno.EMFILE}) {
            FaultyLinux refusing = new FaultyLinux();
            for (int i = 0; i < 3; i++) {
                refusing.answer(SystemCall.IO_URING_SETUP, -errno);
            }
            EngineUnavailableException e = assertThrows(
                    EngineUnavailableException.class,
                    () -> Laio.open(
                            refusing,
                            LaioOptions.DEFAULTS.withEngine(Engine.RING).withEngine(Engine.RING)));
            assertEquals(errno, e.errno());
            assertTrue(String.valueOf(e.getMessage()).contains(Errno.describe(errno)), e.getMessage());
        }
    }

    @Test
    void olderKernelGetsAPlainerRing() throws EngineUnavailableException {
        FaultyLinux old = new FaultyLinux().answer(SystemCall.IO_URING_SETUP, -Errno.EINVAL);
        old.answer(SystemCall.IO_URING_SETUP, -Errno.EINVAL);
        try (Laio plain = Laio.open(old, LaioOptions.DEFAULTS.withEngine(Engine.RING))) {
            assertEquals(3, old.calls(SystemCall.IO_URING_SETUP));
            int[] pipe = Loopback.pipe(linux);
            plain.read(pipe[0], buffer.address(), 1, -1);
            long handle = plain.handle();
            linux.write(pipe[1], buffer.address(), 1);
            while (plain.poll(completions, FOR_EVER) == 0) {
                assertTrue(plain.inFlight() > 0);
            }
            assertEquals(handle, completions.handle(0));
        }
    }

    /** So does seccomp(2) of containers whose library is older than the call. */
    @ParameterizedTest
    @ValueSource(ints = {Errno.ENOSYS, Errno.EPERM})
    void kernelThatForbidsThePreciseWaitGetsTheOther(int errno) throws EngineUnavailableException {
        FaultyLinux old = new FaultyLinux();
        for (int i = 0; i < 100; i++) {
            old.answer(SystemCall.EPOLL_PWAIT2, -errno);
        }
        try (TestLoop loop = new TestLoop(old, LaioOptions.DEFAULTS.withEngine(Engine.WORKERS))) {
            int[] pipe = Loopback.pipe(linux);
            loop.laio.read(pipe[0], loop.at(0), 1, -1);
            long handle = loop.handle();
            assertEquals(0, loop.laio.poll(loop.completions, 0));
            linux.write(pipe[1], loop.at(0), 1);
            assertEquals(1, loop.await(handle));
            assertEquals(1, old.calls(SystemCall.EPOLL_PWAIT2), "once refused, no more asked");
        }
    }
}
