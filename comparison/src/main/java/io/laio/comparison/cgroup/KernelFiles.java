package io.laio.comparison.cgroup;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Changes the kernel's files and tells the error number, where it decides what to do next: Java's own file operations tell it
 * only in words, and those in the user's language.
 *
 * @param kernel opens the kernel for the calling thread; several threads may use this object
 */
record KernelFiles(Supplier<Linux> kernel) {
    /** {@code AT_REMOVEDIR} of {@code include/uapi/linux/fcntl.h} (Linux 6.18). */
    private static final int AT_REMOVEDIR = 0x200;

    /** The machine's own. */
    static final KernelFiles MACHINE = new KernelFiles(Linux::open);

    /**
     * Writes in one system call, as the kernel asks; never creates the file.
     *
     * @return 0, or the negated error number
     */
    int write(Path file, String value) {
        Linux linux = kernel.get();
        byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
        try (NativeBuffer path = NativeBuffer.ofString(file.toString());
                NativeBuffer memory = new NativeBuffer(OpenHow.BYTES + bytes.length)) {
            OpenHow.put(memory.address(), OpenHow.O_WRONLY | OpenHow.O_TRUNC | OpenHow.O_CLOEXEC, 0, 0);
            int fd = linux.openat2(OpenHow.AT_FDCWD, path.address(), memory.address());
            if (fd < 0) {
                return fd;
            }
            long content = memory.address() + OpenHow.BYTES;
            Memory.copy(bytes, 0, content, bytes.length);
            long written = linux.write(fd, content, bytes.length);
            linux.close(fd);
            return (int) Math.min(0, written);
        }
    }

    /**
     * Removes an empty directory, as rmdir(2) does; one that is not there is removed already.
     *
     * @return 0, or the negated error number
     */
    int remove(Path directory) {
        try (NativeBuffer path = NativeBuffer.ofString(directory.toString())) {
            long result = kernel.get().syscall(SystemCall.UNLINKAT, OpenHow.AT_FDCWD, path.address(), AT_REMOVEDIR, 0);
            return result == -Errno.ENOENT ? 0 : (int) result;
        }
    }
}
