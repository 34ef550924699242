package io.laio.soak;

import io.laio.linux.Errno;
import io.laio.linux.FileStatus;
import io.laio.linux.MemoryMap;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.util.List;

/** Opens a file of known content, which may be cold, and reads here and there. */
final class FileTask extends Task {
    private static final int MAX_READS = 8;

    private final Fixture fixture;
    private final int number;
    private int fd;
    private int left;

    FileTask(World world, Fixture fixture) {
        super(world);
        this.fixture = fixture;
        this.number = random().nextInt(fixture.files());
        this.left = 1 + random().nextInt(MAX_READS);
    }

    @Override
    void start() {
        long path = area.name(0, fixture.file(number));
        if (random().nextInt(4) == 0) {
            statByName(path);
        } else {
            open(path);
        }
    }

    private void statByName(long path) {
        long result = laio().stat(OpenHow.AT_FDCWD, path, 0, FileStatus.STATX_BASIC_STATS, area.status());
        then("stat", result, zero -> {
            require(FileStatus.size(area.status()) == fixture.fileBytes(), "size by name");
            missing();
        });
    }

    private void missing() {
        long path = area.name(1, fixture.made("no-such-file"));
        long result = laio().open(OpenHow.AT_FDCWD, path, area.how(OpenHow.O_RDONLY, 0), anyLaziness());
        then("open of nothing", result, List.of(Errno.ENOENT), value -> {
            require(value == -Errno.ENOENT, "opened what is not there");
            open(area.name(0, fixture.file(number)));
        });
    }

    private void open(long path) {
        int flags = OpenHow.O_RDONLY | OpenHow.O_CLOEXEC;
        long result = random().nextBoolean()
                ? laio().open(OpenHow.AT_FDCWD, path, area.how(flags, 0), anyLaziness())
                : laio().syscall(SystemCall.OPENAT.number(), OpenHow.AT_FDCWD, path, flags, 0);
        thenOwn("open", result, opened -> {
            fd = (int) opened;
            if (random().nextInt(4) != 0) {
                evict();
            } else {
                read();
            }
        });
    }

    private void evict() {
        advise(MemoryMap.POSIX_FADV_RANDOM, () -> advise(MemoryMap.POSIX_FADV_DONTNEED, this::read));
    }

    private void advise(int advice, Runnable next) {
        then("fadvise", laio().syscall(SystemCall.FADVISE64.number(), fd, 0, 0, advice), zero -> next.run());
    }

    private void read() {
        int length = 1 + random().nextInt(random().nextInt(3) == 0 ? Area.DATA_BYTES : 4096);
        long position = random().nextInt(fixture.fileBytes());
        long result = random().nextInt(3) == 0
                ? laio().syscall(SystemCall.PREAD64.number(), fd, area.data(), length, position)
                : laio().read(fd, area.data(), length, position, anyLaziness());
        then("read", result, got -> {
            requireRead(got, Math.min(length, fixture.fileBytes() - position));
            requireContent(area.data(), got, number, position);
            goOn();
        });
    }

    private void goOn() {
        if (--left > 0) {
            read();
        } else {
            end();
        }
    }
}
