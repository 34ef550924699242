package io.laio.testbed.network;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A thread's visit to a network namespace and back (setns(2)). Sockets that it makes meanwhile belong there for good, and so
 * do threads and processes that it starts.
 *
 * @param namespace file that names the namespace
 */
record NamespaceVisit(Path namespace) {
    private static final long CLONE_NEWNET = 0x40000000; // include/uapi/linux/sched.h
    private static final Path OWN = Path.of("/proc/thread-self/ns/net"); // of the calling thread, proc_thread-self(5)

    /**
     * Does something there.
     *
     * @param linux the kernel, of this thread
     * @throws IOException if this thread may not go there or cannot come back, or the action fails
     */
    <T> T during(Linux linux, Network.Action<T> action) throws IOException {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("a virtual thread's carrier would be left in " + namespace);
        }
        int own = open(linux, OWN);
        try {
            enter(linux, namespace);
            try {
                return action.perform();
            } finally {
                moveTo(linux, own, OWN);
            }
        } finally {
            linux.close(own);
        }
    }

    private static void enter(Linux linux, Path file) throws IOException {
        int fd = open(linux, file);
        try {
            moveTo(linux, fd, file);
        } finally {
            linux.close(fd);
        }
    }

    private static void moveTo(Linux linux, int fd, Path file) throws IOException {
        int result = (int) linux.syscall(SystemCall.SETNS, fd, CLONE_NEWNET, 0, 0);
        if (result < 0) {
            throw refused(file, result);
        }
    }

    private static int open(Linux linux, Path file) throws IOException {
        try (NativeBuffer path = NativeBuffer.ofString(file.toString());
                NativeBuffer how = OpenHow.allocate(OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0)) {
            int fd = linux.openat2(OpenHow.AT_FDCWD, path.address(), how.address());
            if (fd < 0) {
                throw refused(file, fd);
            }
            return fd;
        }
    }

    private static IOException refused(Path file, int result) {
        return new IOException("the network namespace " + file + " cannot be entered: " + Errno.describe(-result));
    }
}
