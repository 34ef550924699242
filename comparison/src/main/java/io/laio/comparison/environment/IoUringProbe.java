package io.laio.comparison.environment;

import io.laio.analysis.statistics.Outcome;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.SystemCall;
import java.nio.file.Path;

/** Finds out whether io_uring may be used, by setting up a ring and closing it again. */
public final class IoUringProbe {
    private static final int PARAMS_BYTES = 120; // struct io_uring_params, include/uapi/linux/io_uring.h
    private static final int ENTRIES = 4;

    private final Linux linux;
    private final Path proc;

    /**
     * Probes this process's kernel.
     *
     * @param linux the kernel
     */
    public IoUringProbe(Linux linux) {
        this(linux, Path.of("/proc"));
    }

    IoUringProbe(Linux linux, Path proc) {
        this.linux = linux;
        this.proc = proc;
    }

    /**
     * What came of it.
     *
     * @param available whether a ring could be set up
     * @param cause {@code available}, or why not
     * @param remedy what to do about it; empty if it is available
     */
    public record Outcome(boolean available, String cause, String remedy) {}

    /**
     * Tries.
     *
     * @return what came of it
     */
    public Outcome probe() {
        try (NativeBuffer params = new NativeBuffer(PARAMS_BYTES)) {
            int result = (int) linux.syscall(SystemCall.IO_URING_SETUP, ENTRIES, params.address(), 0, 0);
            if (result >= 0) {
                linux.close(result);
                return new Outcome(true, "available", "");
            }
            return refused(-result);
        }
    }

    private Outcome refused(int errno) {
        String disabled =
                SmallFile.read(proc.resolve("sys/kernel/io_uring_disabled")).orElse("0");
        if (errno == Errno.ENOSYS) {
            return new Outcome(
                    false,
                    "refused with ENOSYS: this kernel was built without it, or a seccomp filter hides it",
                    "use Linux 6.1 or newer with CONFIG_IO_URING, and a seccomp profile that allows io_uring_*");
        }
        if (errno == Errno.EPERM && !disabled.equals("0")) {
            return new Outcome(
                    false,
                    "refused with EPERM: the sysctl kernel.io_uring_disabled is " + disabled,
                    "sysctl -w kernel.io_uring_disabled=0 (as root)");
        }
        if (errno == Errno.EPERM && filtered()) {
            return new Outcome(
                    false,
                    "refused with EPERM: a seccomp filter is on this process (Docker's default denies io_uring)",
                    "allow io_uring_setup, io_uring_enter and io_uring_register in the seccomp profile");
        }
        return new Outcome(false, "refused: " + Errno.describe(errno), "see io_uring_setup(2), ERRORS");
    }

    /** Mode 2 is a filter (proc_pid_status(5)). */
    private boolean filtered() {
        return SmallFile.value(proc.resolve("self/status"), "Seccomp:", ":")
                .orElse("0")
                .equals("2");
    }
}
