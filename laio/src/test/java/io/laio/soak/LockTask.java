package io.laio.soak;

import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.util.function.IntConsumer;

/** Two descriptors want one lock: the second waits on a worker thread until the first has had enough. */
final class LockTask extends Task {
    private static final int LOCK_EX = 2; // include/uapi/asm-generic/fcntl.h
    private static final int LOCK_UN = 8;
    private static final long MAX_HELD_NANOS = 20_000_000;

    private final String path;
    private boolean released;

    LockTask(World world, Fixture fixture, long number) {
        super(world);
        this.path = fixture.made("lock" + number);
    }

    @Override
    void start() {
        open(first -> open(second -> then("lock", lock(first, LOCK_EX), zero -> contend(first, second))));
    }

    private void open(IntConsumer next) {
        int flags = OpenHow.O_RDWR | OpenHow.O_CREAT | OpenHow.O_CLOEXEC;
        long result = laio().open(OpenHow.AT_FDCWD, area.name(0, path), area.how(flags, 0600));
        thenOwn("open", result, fd -> next.accept((int) fd));
    }

    private long lock(int fd, int operation) {
        return laio().syscall(SystemCall.FLOCK.number(), fd, operation);
    }

    private void contend(int first, int second) {
        then("lock held by another", lock(second, LOCK_EX), zero -> {
            require(released, "two have the lock");
            then(
                    "unlink",
                    laio().syscall(SystemCall.UNLINKAT.number(), OpenHow.AT_FDCWD, area.name(0, path), 0, 0),
                    done -> end());
        });
        long time = area.time(random().nextLong(MAX_HELD_NANOS));
        then("nanosleep", laio().syscall(SystemCall.NANOSLEEP.number(), time, 0), zero -> {
            released = true;
            then("unlock", lock(first, LOCK_UN), done -> require(done == 0, "unlock"));
        });
    }
}
