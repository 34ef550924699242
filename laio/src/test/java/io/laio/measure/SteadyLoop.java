package io.laio.measure;

import io.laio.Completions;
import io.laio.EngineUnavailableException;
import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a steady loop works with: a library, memory, a small file. */
final class SteadyLoop implements AutoCloseable {
    static final int FILE_BYTES = 100;

    private static final int BUFFER_BYTES = 8192;
    private static final int HOW = 4096;
    private static final int PATH = 5000;

    private final Linux linux = Linux.open();
    private final Laio laio;
    private final Completions completions = new Completions(16);
    private final NativeBuffer buffer = new NativeBuffer(BUFFER_BYTES);
    private final List<Integer> descriptors = new ArrayList<>();
    private final Path directory;
    private final Path file;

    SteadyLoop(LaioOptions options, Path directory) throws IOException, EngineUnavailableException {
        this.directory = directory;
        this.file = Files.write(directory.resolve("steady"), new byte[FILE_BYTES]);
        this.laio = Laio.open(options);
    }

    Linux linux() {
        return linux;
    }

    Laio laio() {
        return laio;
    }

    Path file() {
        return file;
    }

    Path directory() {
        return directory;
    }

    long at(int offset) {
        return buffer.address() + offset;
    }

    long path(Path path) {
        Memory.putString(at(PATH), BUFFER_BYTES - PATH, path.toString());
        return at(PATH);
    }

    long how(int flags) {
        OpenHow.put(at(HOW), flags | OpenHow.O_CLOEXEC, 0, 0);
        return at(HOW);
    }

    int open(Path path, int flags) {
        return own(linux.openat2(OpenHow.AT_FDCWD, path(path), how(flags)));
    }

    int[] pipe() {
        own(linux.pipe(at(0), OpenHow.O_CLOEXEC));
        return pair();
    }

    int[] socketPair() {
        own((int) linux.syscall(SystemCall.SOCKETPAIR, Sockets.AF_UNIX, Sockets.SOCK_STREAM, 0, at(0)));
        return pair();
    }

    private int[] pair() {
        return new int[] {own(Memory.getInt(at(0))), own(Memory.getInt(at(Integer.BYTES)))};
    }

    private int own(int fd) {
        if (fd < 0) {
            throw new IllegalStateException(Errno.describe(-fd));
        }
        if (fd > 0) {
            descriptors.add(fd);
        }
        return fd;
    }

    /** At once; or awaited, where it went on in the background. */
    long result(long value) {
        if (laio.handle() == 0) {
            return value;
        }
        await(1);
        return completions.value(0);
    }

    void await(int count) {
        for (int open = count; open > 0; ) {
            open -= laio.poll(completions, -1);
        }
    }

    @Override
    public void close() {
        descriptors.forEach(laio::close);
        laio.close();
        buffer.close();
    }
}
