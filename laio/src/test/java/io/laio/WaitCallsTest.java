package io.laio;

import static io.laio.Loopback.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Calls that wait for time, readiness, locks, other threads and other processes. */
class WaitCallsTest extends RawCallFixture {
    private static final int LOCK_EX = 2;
    private static final int LOCK_NB = 4;
    private static final int LOCK_UN = 8;
    private static final int F_OFD_SETLK = 37;
    private static final int F_OFD_SETLKW = 38;
    private static final int F_SETLKW = 7;
    private static final int ENOMSG = 42;
    private static final int IPC_CREAT = 0x200;
    private static final int IPC_NOWAIT = 0x800;

    private void time(int at, long seconds, long nanos) {
        Memory.putLong(loop.at(at), seconds);
        Memory.putLong(loop.at(at) + 8, nanos);
    }

    private long cancelled(long handle) {
        assertEquals(0, laio.poll(loop.completions, 1_000_000));
        laio.cancel(handle);
        return loop.await(handle);
    }

    @Test
    void sleeps() {
        time(0, 0, 1_000);
        assertEquals(0, make(SystemCall.NANOSLEEP, loop.at(0), 0));
        assertEquals(0, make(SystemCall.CLOCK_NANOSLEEP, 1, 0, loop.at(0), 0));
        time(0, 0, -1);
        assertSame(SystemCall.NANOSLEEP, loop.at(0), 0);
        time(0, 3_600, 0);
        assertEquals(-Errno.ECANCELED, cancelled(start(SystemCall.NANOSLEEP, loop.at(0), loop.at(16))));
        assertEquals(-Errno.ECANCELED, cancelled(start(SystemCall.CLOCK_NANOSLEEP, 1, 0, loop.at(0), 0)));
    }

    @Test
    void polls() {
        int[] pipe = Loopback.pipe(linux);
        Memory.putInt(loop.at(0), pipe[0]);
        Memory.putInt(loop.at(4), 1); // POLLIN
        assertEquals(0, make(SystemCall.POLL, loop.at(0), 1, 0));
        assertEquals(0, make(SystemCall.POLL, loop.at(0), 1, 1));
        time(64, 0, 1_000);
        assertEquals(0, make(SystemCall.PPOLL, loop.at(0), 1, loop.at(64), 0, 8));
        long handle = start(SystemCall.POLL, loop.at(0), 1, -1);
        assertEquals(0, laio.poll(loop.completions, 1_000_000));
        linux.write(pipe[1], loop.at(512), 1);
        assertEquals(1, loop.await(handle));
        assertEquals(1, Memory.getShort(loop.at(6)));
        assertEquals(1, make(SystemCall.PPOLL, loop.at(0), 1, 0, 0, 8));
        assertEquals(-Errno.EOPNOTSUPP, make(SystemCall.PPOLL, loop.at(0), 1, loop.at(64), loop.at(128), 8));
        linux.read(pipe[0], loop.at(512), 1);
        assertEquals(-Errno.ECANCELED, cancelled(start(SystemCall.PPOLL, loop.at(0), 1, 0, 0, 8)));
        linux.close(pipe[0]);
        linux.close(pipe[1]);
    }

    private void set(int at, int fd) {
        Memory.zero(loop.at(at), 1024);
        Memory.putByte(loop.at(at) + fd / 8, (byte) (1 << fd % 8));
    }

    @Test
    void selects() {
        int[] pipe = Loopback.pipe(linux);
        int count = pipe[0] + 1;
        set(0, pipe[0]);
        time(4096, 0, 0);
        assertEquals(0, make(SystemCall.SELECT, count, loop.at(0), 0, 0, loop.at(4096)));
        assertEquals(0, Memory.getByte(loop.at(0) + pipe[0] / 8), "the sets are overwritten");
        set(0, pipe[0]);
        long handle = start(SystemCall.SELECT, count, loop.at(0), 0, 0, 0);
        assertEquals(0, laio.poll(loop.completions, 1_000_000));
        linux.write(pipe[1], loop.at(8192), 1);
        assertEquals(1, loop.await(handle));
        assertEquals(1 << pipe[0] % 8, Memory.getByte(loop.at(0) + pipe[0] / 8) & 0xff);
        assertEquals(1, make(SystemCall.PSELECT6, count, loop.at(0), 0, 0, 0, 0));
        Memory.putLong(loop.at(5000), loop.at(6000));
        Memory.putLong(loop.at(5008), 8);
        assertEquals(-Errno.EOPNOTSUPP, make(SystemCall.PSELECT6, count, loop.at(0), 0, 0, 0, loop.at(5000)));
        Memory.putLong(loop.at(5000), 0);
        assertEquals(1, make(SystemCall.PSELECT6, count, loop.at(0), 0, 0, 0, loop.at(5000)));
        linux.close(pipe[1]);
        linux.close(pipe[0]);
        set(0, pipe[0]);
        assertSame(SystemCall.SELECT, count, loop.at(0), 0, 0, 0);
        assertSame(SystemCall.SELECT, -1, 0, 0, 0, loop.at(4096));
    }

    @Test
    void awaitsEvents() {
        int[] pipe = Loopback.pipe(linux);
        int epoll = check(make(SystemCall.EPOLL_CREATE1, 0));
        Epoll.put(loop.at(0), Epoll.EPOLLIN, 77);
        assertEquals(0, make(SystemCall.EPOLL_CTL, epoll, Epoll.EPOLL_CTL_ADD, pipe[0], loop.at(0)));
        assertEquals(0, make(SystemCall.EPOLL_WAIT, epoll, loop.at(64), 1, 0));
        assertEquals(0, make(SystemCall.EPOLL_WAIT, epoll, loop.at(64), 1, 1));
        time(256, 0, 1_000);
        assertEquals(0, make(SystemCall.EPOLL_PWAIT2, epoll, loop.at(64), 1, loop.at(256), 0, 8));
        long handle = start(SystemCall.EPOLL_WAIT, epoll, loop.at(64), 1, -1);
        assertEquals(0, laio.poll(loop.completions, 1_000_000));
        linux.write(pipe[1], loop.at(512), 1);
        assertEquals(1, loop.await(handle));
        assertEquals(77, Epoll.data(loop.at(64)));
        assertEquals(1, make(SystemCall.EPOLL_PWAIT, epoll, loop.at(64), 1, -1, 0, 8));
        assertEquals(1, make(SystemCall.EPOLL_PWAIT2, epoll, loop.at(64), 1, 0, 0, 8));
        for (SystemCall call : new SystemCall[] {SystemCall.EPOLL_PWAIT, SystemCall.EPOLL_PWAIT2}) {
            assertEquals(-Errno.EOPNOTSUPP, make(call, epoll, loop.at(64), 1, 0, loop.at(512), 8));
        }
        linux.read(pipe[0], loop.at(512), 1);
        long waiting = start(SystemCall.EPOLL_WAIT, epoll, loop.at(64), 1, -1);
        laio.poll(loop.completions, 1_000_000);
        laio.close(epoll);
        assertEquals(-Errno.ECANCELED, loop.await(2).get(waiting));
        linux.close(pipe[0]);
        linux.close(pipe[1]);
    }

    @Test
    void futexes() throws InterruptedException {
        long word = loop.at(0);
        Memory.putInt(word, 5);
        assertEquals(-Errno.EAGAIN, make(SystemCall.FUTEX, word, 0, 6, 0));
        time(64, 0, 1_000);
        assertEquals(-Errno.ETIMEDOUT, make(SystemCall.FUTEX, word, 0, 5, loop.at(64)));
        long handle = start(SystemCall.FUTEX, word, 0, 5, 0);
        laio.poll(loop.completions, 1_000_000);
        long woken = 0;
        while (woken == 0) { // the worker may not be there yet
            woken = make(SystemCall.FUTEX, word, 1, 1);
        }
        assertEquals(0, loop.await(handle));
        for (int pi : new int[] {6, 7, 8, 11, 12, 13}) {
            assertEquals(-Errno.EOPNOTSUPP, make(SystemCall.FUTEX, word, pi | 0x80, 0, 0));
        }
        assertEquals(-Errno.ECANCELED, cancelled(start(SystemCall.FUTEX, word, 0, 5, 0)));
        assertSame(SystemCall.FUTEX, word, 99, 0, 0);
    }

    @Test
    void locksOfFiles() throws IOException {
        Path file = Files.createFile(directory.resolve("lock"));
        int one = Loopback.open(linux, file, OpenHow.O_RDWR);
        int two = Loopback.open(linux, file, OpenHow.O_RDWR);
        assertEquals(0, make(SystemCall.FLOCK, one, LOCK_EX));
        assertEquals(-Errno.EAGAIN, make(SystemCall.FLOCK, two, LOCK_EX | LOCK_NB));
        long waiting = start(SystemCall.FLOCK, two, LOCK_EX);
        assertEquals(0, laio.poll(loop.completions, 1_000_000));
        assertEquals(0, plain(SystemCall.FLOCK, one, LOCK_UN));
        assertEquals(0, loop.await(waiting));
        assertEquals(-Errno.EAGAIN, plain(SystemCall.FLOCK, one, LOCK_EX | LOCK_NB), "two has it");
        assertEquals(-Errno.ECANCELED, cancelled(start(SystemCall.FLOCK, one, LOCK_EX)));
        long closed = start(SystemCall.FLOCK, one, LOCK_EX);
        laio.poll(loop.completions, 1_000_000);
        laio.close(one);
        assertEquals(-Errno.ECANCELED, loop.await(2).get(closed));
        assertEquals(-Errno.EBADF, make(SystemCall.FLOCK, one, LOCK_EX));
        linux.close(two);
    }

    /** {@code struct flock}: the whole file. */
    private long wholeFile(int at, int type) {
        Memory.zero(loop.at(at), 64);
        Memory.putShort(loop.at(at), (short) type);
        return loop.at(at);
    }

    @Test
    void recordLocks() throws IOException {
        Path file = Files.createFile(directory.resolve("lock"));
        int one = Loopback.open(linux, file, OpenHow.O_RDWR);
        int two = Loopback.open(linux, file, OpenHow.O_RDWR);
        long write = wholeFile(0, 1);
        long unlock = wholeFile(64, 2);
        assertEquals(0, make(SystemCall.FCNTL, one, F_OFD_SETLKW, write));
        assertEquals(-Errno.EAGAIN, make(SystemCall.FCNTL, two, F_OFD_SETLK, write));
        assertEquals(-Errno.EAGAIN, make(SystemCall.FCNTL, two, 6, write), "F_SETLK, against the other kind of lock");
        long waiting = start(SystemCall.FCNTL, two, F_OFD_SETLKW, write);
        assertEquals(0, laio.poll(loop.completions, 1_000_000));
        assertEquals(0, make(SystemCall.FCNTL, one, F_OFD_SETLK, unlock));
        assertEquals(0, loop.await(waiting));
        assertEquals(-Errno.ECANCELED, cancelled(start(SystemCall.FCNTL, one, F_SETLKW, write)));
        assertEquals(0, make(SystemCall.FCNTL, two, F_OFD_SETLK, unlock));
        assertEquals(0, make(SystemCall.FCNTL, one, F_SETLKW, write));
        assertSame(SystemCall.FCNTL, one, 3);
        assertSame(SystemCall.FCNTL, 9999, 3);
        linux.close(one);
        linux.close(two);
    }

    @Test
    void messagesOfSystemV() {
        int queue = check(make(SystemCall.MSGGET, 0, IPC_CREAT | 0600));
        try {
            Memory.putLong(loop.at(0), 7);
            text(8, "hello");
            assertEquals(-ENOMSG, make(SystemCall.MSGRCV, queue, loop.at(64), 100, 0, IPC_NOWAIT));
            long waiting = start(SystemCall.MSGRCV, queue, loop.at(64), 100, 0, 0);
            assertEquals(0, laio.poll(loop.completions, 1_000_000));
            assertEquals(0, plain(SystemCall.MSGSND, queue, loop.at(0), 5, 0));
            assertEquals(5, loop.await(waiting));
            assertEquals("hello", textAt(72, 5));
            assertEquals(-Errno.ECANCELED, cancelled(start(SystemCall.MSGRCV, queue, loop.at(64), 100, 0, 0)));
            int room = 0;
            while (plain(SystemCall.MSGSND, queue, loop.at(0), 1024, IPC_NOWAIT) == 0) {
                room++;
            }
            assertEquals(-Errno.EAGAIN, make(SystemCall.MSGSND, queue, loop.at(0), 1024, IPC_NOWAIT));
            long sending = start(SystemCall.MSGSND, queue, loop.at(0), 1024, 0);
            assertEquals(0, laio.poll(loop.completions, 1_000_000));
            assertEquals(1024, plain(SystemCall.MSGRCV, queue, loop.at(4096), 1024, 0, 0));
            assertEquals(0, loop.await(sending));
            assertTrue(room > 0);
        } finally {
            assertEquals(0, make(SystemCall.MSGCTL, queue, 0, 0));
        }
    }

    @Test
    void semaphores() {
        int semaphores = check(make(SystemCall.SEMGET, 0, 1, IPC_CREAT | 0600));
        try {
            Memory.putLong(loop.at(0), 0);
            Memory.putShort(loop.at(2), (short) -1); // struct sembuf: number, operation, flags
            long waiting = start(SystemCall.SEMOP, semaphores, loop.at(0), 1);
            assertEquals(0, laio.poll(loop.completions, 1_000_000));
            Memory.putLong(loop.at(8), 0);
            Memory.putShort(loop.at(10), (short) 1);
            assertEquals(0, plain(SystemCall.SEMOP, semaphores, loop.at(8), 1));
            assertEquals(0, loop.await(waiting));
            assertEquals(-Errno.ECANCELED, cancelled(start(SystemCall.SEMOP, semaphores, loop.at(0), 1)));
            time(64, 0, 1_000);
            assertEquals(-Errno.EAGAIN, make(SystemCall.SEMTIMEDOP, semaphores, loop.at(0), 1, loop.at(64)));
        } finally {
            assertEquals(0, make(SystemCall.SEMCTL, semaphores, 0, 0));
        }
    }

    @Test
    void messageQueues() {
        Memory.zero(loop.at(0), 64);
        Memory.putLong(loop.at(8), 1); // struct mq_attr: flags, messages, bytes a message
        Memory.putLong(loop.at(16), 64);
        text(512, "laio-test-" + linux.gettid());
        int flags = OpenHow.O_CREAT | OpenHow.O_RDWR;
        int queue = check(make(SystemCall.MQ_OPEN, loop.at(512), flags, 0600, loop.at(0)));
        assertEquals(0, make(SystemCall.MQ_UNLINK, loop.at(512)));
        long waiting = start(SystemCall.MQ_TIMEDRECEIVE, queue, loop.at(1024), 64, 0, 0);
        assertEquals(0, laio.poll(loop.completions, 1_000_000));
        assertEquals(0, plain(SystemCall.MQ_TIMEDSEND, queue, text(2048, "hello"), 5, 0, 0));
        assertEquals(5, loop.await(waiting));
        assertEquals(0, make(SystemCall.MQ_TIMEDSEND, queue, loop.at(2048), 5, 0, 0));
        long sending = start(SystemCall.MQ_TIMEDSEND, queue, loop.at(2048), 5, 0, 0);
        laio.poll(loop.completions, 1_000_000);
        laio.close(queue);
        assertEquals(-Errno.ECANCELED, loop.await(2).get(sending));
    }

    @Test
    void children() throws IOException, InterruptedException {
        int noWait = 1;
        int wNoWait = 0x1000000;
        int exited = 4;
        Process child = new ProcessBuilder("cat").start();
        long pid = child.pid();
        // The JVM's own reaper waits too, so the child is only looked at (WNOWAIT), unless it is faster.
        assertEquals(0, make(SystemCall.WAITID, 1, pid, loop.at(0), exited | wNoWait | noWait, 0));
        assertEquals(0, make(SystemCall.WAIT4, pid, loop.at(256), noWait, 0));
        long waiting = start(SystemCall.WAITID, 1, pid, loop.at(0), exited | wNoWait, 0);
        assertEquals(-Errno.ECANCELED, cancelled(start(SystemCall.WAIT4, pid, loop.at(256), 0, 0)));
        child.getOutputStream().close();
        long result = loop.await(waiting);
        assertTrue(result == 0 || result == -10, "ECHILD if the JVM was faster: " + result);
        assertEquals(0, child.waitFor());
        assertSame(SystemCall.WAIT4, Linux.open().gettid(), loop.at(256), noWait, 0);
    }

    @Test
    void randomBytes() {
        assertEquals(64, make(SystemCall.GETRANDOM, loop.at(0), 64, 0));
        assertEquals(64, make(SystemCall.GETRANDOM, loop.at(0), 64, 1));
        assertSame(SystemCall.GETRANDOM, loop.at(0), 64, 99);
    }
}
