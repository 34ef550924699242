package io.laio.testbed.disk;

import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import java.nio.file.Path;

/**
 * An open file by its number, for calls that Java has no name for. For the thread of its kernel.
 *
 * @param linux the kernel
 * @param fd the number
 */
public record Descriptor(Linux linux, int fd) implements AutoCloseable {
    /**
     * Opens a file.
     *
     * @param linux the kernel
     * @param path which file
     * @param flags {@code O_*}, see {@link OpenHow}; {@code O_CLOEXEC} is added
     * @return the open file
     * @throws SystemCallException if it cannot be opened
     */
    public static Descriptor open(Linux linux, Path path, int flags) throws SystemCallException {
        try (NativeBuffer name = NativeBuffer.ofString(path.toString());
                NativeBuffer how = OpenHow.allocate(flags | OpenHow.O_CLOEXEC, 0, 0)) {
            long fd = linux.openat2(OpenHow.AT_FDCWD, name.address(), how.address());
            return new Descriptor(linux, (int) SystemCallException.check(fd, "cannot open " + path));
        }
    }

    @Override
    public void close() {
        linux.close(fd);
    }
}
