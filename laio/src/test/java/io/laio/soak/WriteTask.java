package io.laio.soak;

import io.laio.linux.Errno;
import io.laio.linux.FileStatus;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.util.List;

/** The life of a file: made, written, forced, read, cut, asked about, renamed, removed. */
final class WriteTask extends Task {
    private static final long STREAM = 1 << 20;
    private static final int MODE = 0600;

    private final Fixture fixture;
    private final String name;
    private final int length;
    private int fd;

    WriteTask(World world, Fixture fixture, long number) {
        super(world);
        this.fixture = fixture;
        this.name = "file" + number;
        this.length = 2 + random().nextInt(Area.DATA_BYTES - 2);
    }

    @Override
    void start() {
        int flags = OpenHow.O_RDWR | OpenHow.O_CREAT | OpenHow.O_TRUNC | OpenHow.O_CLOEXEC;
        long path = area.name(0, fixture.made(name));
        thenOwn("create", laio().open(OpenHow.AT_FDCWD, path, area.how(flags, MODE), anyLaziness()), opened -> {
            fd = (int) opened;
            write();
        });
    }

    private void write() {
        Content.fill(area.data(), length, STREAM, 0);
        then("write", laio().write(fd, area.data(), length, 0, anyLaziness()), written -> {
            require(written == length, "a write of " + length + " gave " + written);
            then("fsync", laio().fsync(fd), zero -> read());
        });
    }

    private void read() {
        Memory.zero(area.data(), length);
        then("read", laio().read(fd, area.data(), Area.DATA_BYTES, 0, anyLaziness()), got -> {
            requireRead(got, length);
            requireContent(area.data(), got, STREAM, 0);
            then("ftruncate", laio().syscall(SystemCall.FTRUNCATE.number(), fd, length / 2), zero -> rename());
        });
    }

    private void rename() {
        long from = area.name(0, fixture.made(name));
        long to = area.name(1, fixture.made(name + ".new"));
        int at = OpenHow.AT_FDCWD;
        long result = laio().syscall(SystemCall.RENAMEAT2.number(), at, from, at, to, 0, 0);
        then("rename", result, zero -> askOldName(from, to));
    }

    private void askOldName(long from, long to) {
        int mask = FileStatus.STATX_BASIC_STATS;
        long result = laio().stat(OpenHow.AT_FDCWD, from, 0, mask, area.status());
        then("stat of the old name", result, List.of(Errno.ENOENT), value -> {
            require(value == -Errno.ENOENT, "the old name is still there");
            then("stat", laio().stat(OpenHow.AT_FDCWD, to, 0, mask, area.status()), zero -> {
                require(FileStatus.size(area.status()) == length / 2, "size after ftruncate");
                unlink(to);
            });
        });
    }

    private void unlink(long to) {
        long result = laio().syscall(SystemCall.UNLINKAT.number(), OpenHow.AT_FDCWD, to, 0, 0);
        then("unlink", result, zero -> end());
    }
}
