package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Epoll;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits costs nothing: a read of whatever is not ready makes no system calls, neither in the loop nor in workers. */
class WaitingCostTest {
    private static final int FEW_CALLS = 8; // of one turn of the loop: clock, wait, wake-up
    private static final long WAIT_NANOS = 20_000_000;
    private static final int CLOCK_MONOTONIC = 1;
    private static final int IN_CREATE = 0x100; // include/uapi/linux/inotify.h
    private static final int TIOCSPTLCK = 0x40045431; // include/uapi/asm-generic/ioctls.h
    private static final int TIOCGPTPEER = 0x5441;
    private static final int O_NOCTTY = 0400; // include/uapi/asm-generic/fcntl.h

    private final Linux linux = Linux.open();
    private final FaultyKernels kernels = new FaultyKernels();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    /** Something to read, another descriptor that has to be open meanwhile, and what makes it ready. */
    private record Source(int fd, int peer, Trigger trigger) {}

    @FunctionalInterface
    private interface Trigger {
        void fire() throws IOException;
    }

    private int made(SystemCall call, long a, long b, long c) {
        return Loopback.check(linux.syscall(call, a, b, c, 0));
    }

    private Source counter(TestLoop loop, int flags) {
        int fd = made(SystemCall.EVENTFD2, 0, flags, 0);
        Memory.putLong(loop.at(64), 1);
        return new Source(fd, -1, () -> assertEquals(8, linux.write(fd, loop.at(64), 8)));
    }

    private Source timer(TestLoop loop) {
        int fd = made(SystemCall.TIMERFD_CREATE, CLOCK_MONOTONIC, 0, 0);
        Memory.zero(loop.at(64), 32);
        Memory.putLong(loop.at(64) + 24, 1); // struct itimerspec: in a nanosecond
        return new Source(
                fd, -1, () -> Loopback.check(linux.syscall(SystemCall.TIMERFD_SETTIME, fd, 0, loop.at(64), 0)));
    }

    private Source watch(TestLoop loop) {
        int fd = made(SystemCall.INOTIFY_INIT1, 0, 0, 0);
        Memory.putString(loop.at(64), 512, directory.toString());
        made(SystemCall.INOTIFY_ADD_WATCH, fd, loop.at(64), IN_CREATE);
        return new Source(fd, -1, () -> Files.createFile(directory.resolve("new")));
    }

    private Source terminal(TestLoop loop) {
        int fd = Loopback.open(linux, Path.of("/dev/ptmx"), OpenHow.O_RDWR | O_NOCTTY);
        Memory.putInt(loop.at(64), 0);
        made(SystemCall.IOCTL, fd, TIOCSPTLCK, loop.at(64));
        int peer = made(SystemCall.IOCTL, fd, TIOCGPTPEER, OpenHow.O_RDWR | O_NOCTTY);
        return new Source(fd, peer, () -> assertEquals(1, linux.write(peer, loop.at(64), 1)));
    }

    private Source source(String kind, TestLoop loop) {
        return switch (kind) {
            case "eventfd" -> counter(loop, 0);
            case "non-blocking eventfd" -> counter(loop, Epoll.EFD_NONBLOCK);
            case "timerfd" -> timer(loop);
            case "inotify" -> watch(loop);
            default -> terminal(loop);
        };
    }

    private int callsWhileWaiting(TestLoop loop) {
        int before = kernels.total();
        assertEquals(0, loop.laio.poll(loop.completions, WAIT_NANOS));
        return kernels.total() - before;
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventfd", "non-blocking eventfd", "timerfd", "inotify", "terminal"})
    void readOfWhatIsNotReadyOnlyWaits(String kind) throws Exception {
        try (TestLoop loop = new TestLoop(Laio.open(kernels, LaioOptions.DEFAULTS.withEngine(Engine.WORKERS)))) {
            Source source = source(kind, loop);
            loop.laio.read(source.fd, loop.at(1024), 512, -1);
            long handle = loop.handle();
            loop.laio.poll(loop.completions, 1);
            int calls = callsWhileWaiting(loop);
            assertTrue(calls <= FEW_CALLS, () -> calls + " calls");
            source.trigger.fire();
            assertTrue(loop.await(handle) > 0);
            loop.laio.read(source.fd, loop.at(1024), 512, -1);
            long next = loop.handle();
            loop.laio.poll(loop.completions, 1);
            int later = callsWhileWaiting(loop);
            assertTrue(later <= FEW_CALLS, () -> later + " calls, after it was ready once");
            loop.laio.cancel(next);
            loop.await(next);
            linux.close(source.fd);
            linux.close(source.peer);
        }
    }
}
