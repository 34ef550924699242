package io.laio.simulation;

import io.laio.SimulatedLaio;
import io.laio.linux.Errno;
import io.laio.linux.FileStatus;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import org.jspecify.annotations.Nullable;

/** The simulated machine as the thread of the library sees it. Time passes with each call; one that blocks is a defect. */
final class SimulatedKernel implements Linux {
    private static final int SO_TYPE = 3; // include/uapi/asm-generic/socket.h
    private static final int MAX_CALLS = 200_000;
    private static final int F_GETFD = 1; // include/uapi/asm-generic/fcntl.h
    private static final int F_GETFL = 3;
    private static final int F_SETFL = 4;
    private static final int STX_MODE = 28; // struct statx, include/uapi/linux/stat.h

    private final Machine machine;
    private final RingCalls rings;
    private final EpollCalls epolls;
    private final FileCalls files;
    private final long clockOrigin;
    private int calls;

    SimulatedKernel(Machine machine) {
        this.machine = machine;
        this.rings = new RingCalls(machine);
        this.epolls = new EpollCalls(machine);
        this.files = new FileCalls(machine, false);
        this.clockOrigin = Long.MAX_VALUE - machine.chance().below(20_000_000); // it soon overflows
    }

    @Override
    public long nanoTime() {
        return clockOrigin + machine.agenda().now();
    }

    @Override
    public long syscall(int number, long a, long b, long c, long d, long e, long f) {
        if (++calls > MAX_CALLS) {
            throw new AssertionError("does not come to an end");
        }
        machine.agenda().pass(machine.chance().below(1_000)); // what is due happens now, unless it happens in a wait
        SystemCall call = SystemCall.ofNumber(number);
        if (call == null) {
            throw new AssertionError("system call " + number);
        }
        return switch (call) {
            case IO_URING_SETUP -> rings.setUp((int) a, b);
            case IO_URING_ENTER -> rings.enter((int) a, (int) b, (int) c, (int) d, e);
            case IO_URING_REGISTER -> machine.chance().oneIn(2) ? 0 : -Errno.EINVAL;
            case EPOLL_CREATE1 -> machine.descriptors().install(new EpollInstance());
            case EPOLL_CTL -> epolls.control((int) a, (int) b, (int) c, d);
            case EPOLL_PWAIT -> epolls.awaitMillis((int) a, b, (int) c, (int) d);
            case EPOLL_PWAIT2 -> epolls.await((int) a, b, (int) c, d);
            case MMAP -> rings.map((int) e, f);
            case MUNMAP -> 0;
            case EVENTFD2 -> machine.descriptors().install(new EventCounter());
            case CLOSE -> machine.descriptors().close((int) a);
            case FCNTL -> control(machine.descriptors().find((int) a), (int) b, c);
            case STATX -> status(machine.descriptors().find((int) a), e);
            case LSEEK -> seek(machine.descriptors().find((int) a));
            case GETSOCKOPT -> option((int) a, (int) b, (int) c, d);
            default -> unblocked(call, files.make(call, (int) a, b, c, d, f));
        };
    }

    private long option(int fd, int level, int option, long value) {
        if (level != Sockets.SOL_SOCKET || (option != Sockets.SO_ACCEPTCONN && option != SO_TYPE)) {
            throw new AssertionError("socket option " + option);
        }
        Description file = machine.descriptors().find(fd);
        if (file == null || !file.isSocket()) {
            return file == null ? -Errno.EBADF : -Description.ENOTSOCK;
        }
        int listens = file instanceof Listener ? 1 : 0;
        Memory.putInt(value, option == SO_TYPE ? Sockets.SOCK_STREAM : listens);
        return 0;
    }

    private static long status(@Nullable Description file, long status) {
        if (file == null) {
            return -Errno.EBADF;
        }
        Memory.putShort(status + STX_MODE, (short) FileStatus.S_IFREG);
        return 0;
    }

    private static long seek(@Nullable Description file) {
        if (file == null) {
            return -Errno.EBADF;
        }
        return file.isFile() ? 0 : -Errno.ESPIPE;
    }

    private static long unblocked(SystemCall call, long result) {
        if (result == SimulatedLaio.BLOCKED) {
            throw new AssertionError(call + " would block the caller");
        }
        return result;
    }

    private static long control(@Nullable Description file, int command, long argument) {
        if (file == null) {
            return -Errno.EBADF;
        }
        return switch (command) {
            case F_GETFD -> 0;
            case F_GETFL -> file.nonBlocking ? OpenHow.O_NONBLOCK : 0;
            case F_SETFL -> {
                file.nonBlocking = (argument & OpenHow.O_NONBLOCK) != 0;
                yield 0;
            }
            default -> throw new AssertionError("fcntl " + command);
        };
    }
}
