package io.laio.soak;

import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;

/** Lists a directory, makes one and removes it. */
final class DirectoryTask extends Task {
    private static final int AT_REMOVEDIR = 0x200; // include/uapi/linux/fcntl.h
    private static final int RECORD_LENGTH = 16; // struct linux_dirent64, include/linux/dirent.h
    private static final int MODE = 0700;

    private final Fixture fixture;
    private final String name;
    private int listed;

    DirectoryTask(World world, Fixture fixture, long number) {
        super(world);
        this.fixture = fixture;
        this.name = "directory" + number;
    }

    @Override
    void start() {
        int flags = OpenHow.O_RDONLY | OpenHow.O_DIRECTORY | OpenHow.O_CLOEXEC;
        long path = area.name(0, fixture.known());
        thenOwn("open", laio().open(OpenHow.AT_FDCWD, path, area.how(flags, 0)), fd -> list((int) fd));
    }

    /** Until nothing comes any more: a signal for what the worker thread did before ends a listing early (getdents64(2)). */
    private void list(int fd) {
        long result = laio().syscall(SystemCall.GETDENTS64.number(), fd, area.data(), Area.DATA_BYTES, 0);
        then("getdents64", result, bytes -> {
            listed += entries(bytes);
            if (bytes > 0) {
                list(fd);
            } else {
                require(listed == Fixture.ENTRIES + 2, listed + " entries"); // . and ..
                make();
            }
        });
    }

    private int entries(long bytes) {
        int count = 0;
        for (long at = 0; at < bytes; at += Memory.getInt(area.data() + at + RECORD_LENGTH) & 0xffff) {
            count++;
        }
        return count;
    }

    private void make() {
        long path = area.name(1, fixture.made(name));
        int at = OpenHow.AT_FDCWD;
        then("mkdir", laio().syscall(SystemCall.MKDIRAT.number(), at, path, MODE, 0), zero -> {
            long result = laio().syscall(SystemCall.UNLINKAT.number(), at, path, AT_REMOVEDIR, 0);
            then("rmdir", result, done -> end());
        });
    }
}
