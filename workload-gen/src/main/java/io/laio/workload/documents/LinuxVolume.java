package io.laio.workload.documents;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The machine's own file systems. */
final class LinuxVolume implements Volume {
    private static final int MAX_PATH_BYTES = 4096;

    @Override
    public long usableBytes(Path directory) throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    @Override
    public Sink create(Path file) throws IOException {
        return new ChannelSink(FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
    }

    @Override
    public void sync(Path directory) throws IOException {
        Linux linux = Linux.open();
        int fd = openDirectory(linux, directory);
        try {
            // One call for a hundred thousand small files, where fsync(2) would commit the journal for each.
            check(linux.syscall(SystemCall.SYNCFS, fd, 0, 0, 0), "syncfs", directory);
        } finally {
            linux.close(fd);
        }
    }

    private static int openDirectory(Linux linux, Path directory) throws IOException {
        try (NativeBuffer path = new NativeBuffer(MAX_PATH_BYTES);
                NativeBuffer how = new NativeBuffer(OpenHow.BYTES)) {
            Memory.putString(
                    path.address(), path.capacity(), directory.toAbsolutePath().toString());
            OpenHow.put(how.address(), OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0);
            return (int) check(linux.openat2(OpenHow.AT_FDCWD, path.address(), how.address()), "open", directory);
        }
    }

    private static long check(long result, String call, Path directory) throws IOException {
        if (result < 0) {
            throw new IOException(directory + ": " + call + ": " + Errno.describe((int) -result));
        }
        return result;
    }

    private record ChannelSink(FileChannel channel) implements Sink {
        @Override
        public void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
