package io.laio.measure;

import io.laio.Laziness;
import io.laio.linux.Linux;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;

/** Calls that a loop makes again and again, each with the way that it takes. */
public enum SteadyCall {
    /** A read of a file that is in memory. */
    CACHED_READ {
        @Override
        Turn prepare(SteadyLoop loop) {
            int fd = loop.open(loop.file(), OpenHow.O_RDONLY);
            return () -> require(
                    loop.result(loop.laio().read(fd, loop.at(0), SteadyLoop.FILE_BYTES, 0)) == SteadyLoop.FILE_BYTES);
        }
    },

    /** The same by number. */
    RAW_CACHED_READ {
        @Override
        Turn prepare(SteadyLoop loop) {
            int fd = loop.open(loop.file(), OpenHow.O_RDONLY);
            int number = SystemCall.PREAD64.number();
            return () -> require(loop.result(loop.laio().syscall(number, fd, loop.at(0), SteadyLoop.FILE_BYTES, 0))
                    == SteadyLoop.FILE_BYTES);
        }
    },

    /** A name that is in memory, and the descriptor's end. */
    CACHED_OPEN_AND_CLOSE {
        @Override
        Turn prepare(SteadyLoop loop) {
            long path = loop.path(loop.file());
            long how = loop.how(OpenHow.O_RDONLY);
            return () -> {
                int fd = (int) loop.result(loop.laio().open(OpenHow.AT_FDCWD, path, how));
                require(loop.laio().close(fd) == 0);
            };
        }
    },

    /** A read of an empty pipe, which blocks; then the byte comes. */
    EMPTY_PIPE {
        @Override
        Turn prepare(SteadyLoop loop) {
            int[] pipe = loop.pipe();
            Linux linux = loop.linux();
            return () -> {
                long blocks = loop.laio().read(pipe[0], loop.at(0), 1, -1);
                require(blocks == -1 && loop.laio().handle() != 0);
                require(linux.write(pipe[1], loop.at(8), 1) == 1 && loop.result(blocks) == 1);
            };
        }
    },

    /** A receive and a send, both in one batch, with an attachment. */
    RECEIVE_AND_SEND {
        @Override
        Turn prepare(SteadyLoop loop) {
            int[] pair = loop.socketPair();
            Object attachment = new Object();
            return () -> {
                loop.laio().recv(pair[0], loop.at(0), 100, 0, Laziness.RING);
                loop.laio().attach(attachment);
                loop.laio().send(pair[1], loop.at(200), 10, loop.at(300), 20, 0, Laziness.RING);
                loop.await(2);
            };
        }
    },

    /** A call that cannot block. */
    INLINE {
        @Override
        Turn prepare(SteadyLoop loop) {
            int number = SystemCall.GETPPID.number();
            return () -> require(loop.laio().syscall(number) > 0);
        }
    },

    /** A lock that is free: known at once. */
    FREE_LOCK {
        @Override
        Turn prepare(SteadyLoop loop) {
            int fd = loop.open(loop.file(), OpenHow.O_RDONLY);
            int number = SystemCall.FLOCK.number();
            return () -> {
                require(loop.laio().syscall(number, fd, LOCK_EX) == 0);
                require(loop.laio().syscall(number, fd, LOCK_UN) == 0);
            };
        }
    },

    /** A listing, which a worker thread makes. */
    ON_WORKER {
        @Override
        Turn prepare(SteadyLoop loop) {
            int fd = loop.open(loop.directory(), OpenHow.O_RDONLY | OpenHow.O_DIRECTORY);
            int number = SystemCall.GETDENTS64.number();
            return () -> {
                require(loop.laio().syscall(SystemCall.LSEEK.number(), fd, 0) == 0);
                require(loop.result(loop.laio().syscall(number, fd, loop.at(0), 1000, 0)) > 0);
            };
        }
    },

    /** A file that has nothing to be forced to the disk: io_uring's own thread, or a worker thread. */
    FORCE {
        @Override
        Turn prepare(SteadyLoop loop) {
            int fd = loop.open(loop.file(), OpenHow.O_RDONLY);
            return () -> require(loop.result(loop.laio().fsync(fd)) == 0);
        }
    };

    private static final long LOCK_EX = 2; // include/uapi/asm-generic/fcntl.h
    private static final long LOCK_UN = 8;

    /** One turn of a loop. */
    interface Turn {
        void run();
    }

    abstract Turn prepare(SteadyLoop loop);

    private static void require(boolean expected) {
        if (!expected) {
            throw new IllegalStateException("the call did not do what it does otherwise");
        }
    }
}
