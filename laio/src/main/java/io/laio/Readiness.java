package io.laio;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.SystemCall;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Operations that wait until their descriptor is ready, and the one wait of the {@link WorkerEngine}: epoll.
 *
 * <p>A descriptor is armed for one event ({@code EPOLLONESHOT}), in the directions that somebody waits for, and reports its
 * state, not its changes. So nothing is missed between a try and the wait, and nothing goes wrong if the number was closed
 * behind the library's back and means another file now.
 */
final class Readiness implements AutoCloseable {
    private static final int EVENTS = 256;
    private static final int READ_EVENTS = Epoll.EPOLLIN | Epoll.EPOLLRDHUP;
    private static final int FAILURE = Epoll.EPOLLERR | Epoll.EPOLLHUP;
    private static final int TIMESPEC_BYTES = 16;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Linux linux;
    private final int epoll;
    private final int wakeupFd;
    private final NativeBuffer scratch = new NativeBuffer(TIMESPEC_BYTES + EVENTS * Epoll.BYTES);
    private final BitSet known = new BitSet(); // descriptors that the epoll instance has, as far as we know
    private final OperationQueue ready = new OperationQueue();
    private @Nullable Operation[] waiting = new Operation[64]; // by descriptor, linked through nextQueued
    private int count;
    private boolean woken;
    private boolean hasNanos = true; // epoll_pwait2(2), Linux 5.11

    Readiness(Linux linux, int epoll, int wakeupFd) throws EngineUnavailableException {
        this.linux = linux;
        this.epoll = epoll;
        this.wakeupFd = wakeupFd;
        int result = control(Epoll.EPOLL_CTL_ADD, wakeupFd, Epoll.EPOLLIN);
        if (result < 0) {
            close();
            throw new EngineUnavailableException("epoll_ctl", -result);
        }
    }

    /** Whether anything waits. */
    boolean isEmpty() {
        return count == 0;
    }

    /** Whether somebody raised the event counter since the last time this was asked. */
    boolean takeWoken() {
        boolean was = woken;
        woken = false;
        return was;
    }

    /** Lets an operation wait for its descriptor; 0, or the error: EPERM if it is always ready, as files are. */
    int add(Operation op) {
        int fd = op.fd;
        if (fd >= waiting.length) {
            waiting = Arrays.copyOf(waiting, Math.max(fd + 1, waiting.length * 2));
        }
        op.nextQueued = waiting[fd];
        waiting[fd] = op;
        int result = arm(fd);
        if (result < 0) {
            unlink(op);
            wakeAll(fd);
            return result;
        }
        count++;
        return 0;
    }

    /** Takes an operation out; false if it is not waiting. */
    boolean remove(Operation op) {
        boolean found = op.fd >= 0 && op.fd < waiting.length && unlink(op);
        if (found) {
            count--;
        }
        return found || ready.remove(op);
    }

    private boolean unlink(Operation op) {
        Operation before = null;
        for (Operation at = waiting[op.fd]; at != null; at = at.nextQueued) {
            if (at == op) {
                if (before == null) {
                    waiting[op.fd] = op.nextQueued;
                } else {
                    before.nextQueued = op.nextQueued;
                }
                op.nextQueued = null;
                return true;
            }
            before = at;
        }
        return false;
    }

    private int arm(int fd) {
        int events = Epoll.EPOLLONESHOT;
        for (Operation op = waiting[fd]; op != null; op = op.nextQueued) {
            events |= op.isWriting() ? Epoll.EPOLLOUT : READ_EVENTS;
        }
        int result = control(known.get(fd) ? Epoll.EPOLL_CTL_MOD : Epoll.EPOLL_CTL_ADD, fd, events);
        if (result == -Errno.ENOENT) {
            result = control(Epoll.EPOLL_CTL_ADD, fd, events);
        } else if (result == -Errno.EEXIST) {
            result = control(Epoll.EPOLL_CTL_MOD, fd, events);
        }
        known.set(fd, result == 0);
        return result;
    }

    private int control(int operation, int fd, int events) {
        Epoll.put(scratch.address(), events, fd);
        return linux.epollControl(epoll, operation, fd, scratch.address());
    }

    /** Waits for events, unless something is ready; negative waits for ever, 0 not at all. */
    int await(long timeoutNanos) {
        int found = waitForEvents(ready.isEmpty() ? timeoutNanos : 0);
        for (int i = 0; i < found; i++) {
            long event = events() + (long) i * Epoll.BYTES;
            happened((int) Epoll.data(event), Epoll.events(event));
        }
        return found;
    }

    private int waitForEvents(long timeoutNanos) {
        if (hasNanos) {
            long limit = timeoutNanos < 0 ? 0 : scratch.address();
            Memory.putLong(scratch.address(), timeoutNanos / NANOS_PER_SECOND);
            Memory.putLong(scratch.address() + Long.BYTES, timeoutNanos % NANOS_PER_SECOND);
            int number = SystemCall.EPOLL_PWAIT2.number();
            int found = (int) linux.syscall(number, epoll, events(), EVENTS, limit, 0, 0);
            if (found != -Errno.ENOSYS && found != -Errno.EPERM) { // seccomp(2) filters older than the call say EPERM
                return found;
            }
            hasNanos = false;
        }
        return linux.epollWait(epoll, events(), EVENTS, millisNotLessThan(timeoutNanos));
    }

    /** Rounded up, so that a wait never ends before its time only because it cannot be said; -1 is for ever. */
    private static int millisNotLessThan(long nanos) {
        return nanos < 0 ? -1 : (int) Math.min(Math.ceilDiv(nanos, NANOS_PER_MILLI), Integer.MAX_VALUE);
    }

    private long events() {
        return scratch.address() + TIMESPEC_BYTES;
    }

    private void happened(int fd, int events) {
        if (fd == wakeupFd) {
            linux.read(wakeupFd, scratch.address(), Long.BYTES);
            woken = true;
            return;
        }
        if (fd >= waiting.length) {
            return;
        }
        Operation op = waiting[fd];
        waiting[fd] = null;
        while (op != null) {
            Operation next = op.nextQueued;
            boolean hit = (events & (FAILURE | (op.isWriting() ? Epoll.EPOLLOUT : READ_EVENTS))) != 0;
            if (hit) {
                count--;
                ready.addLast(op);
            } else {
                op.nextQueued = waiting[fd];
                waiting[fd] = op;
            }
            op = next;
        }
        if (waiting[fd] != null && arm(fd) < 0) {
            wakeAll(fd);
        }
    }

    /**
     * The descriptor could not be armed, so that nobody would hear of what waits for it. Each of these operations is tried
     * again, and learns of the error itself if it must wait once more.
     */
    private void wakeAll(int fd) {
        for (Operation op = waiting[fd]; op != null; op = waiting[fd]) {
            waiting[fd] = op.nextQueued;
            count--;
            ready.addLast(op);
        }
    }

    /** The next operation whose descriptor is ready, to be tried again; null if there is none now. */
    @Nullable
    Operation next() {
        return ready.pollFirst();
    }

    @Override
    public void close() {
        linux.close(epoll);
        scratch.close();
    }
}
