package io.laio.server.amted;

import io.laio.http.helper.Helper;
import io.laio.http.helper.HelperKind;
import io.laio.http.helper.HelperListener;
import io.laio.http.helper.HelperWork;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A helper and its thread. The loop writes a request into the fields and the memory here and puts it into the mailbox; the
 * thread carries it out and sends the reply. Whose turn it is follows from that: nothing is written by both at a time.
 */
final class HelperThread implements Helper {
    private static final int HOW = 0;
    private static final int PATH = 32;

    /** PATH_MAX of {@code include/uapi/linux/limits.h}: the longest path with its zero. */
    private static final int MAX_PATH_BYTES = 4096;

    private final HelperKind kind;
    private final HelperListener listener;
    private final LoopInbox inbox;
    private final Mailbox mailbox = new Mailbox();
    private final NativeBuffer name = new NativeBuffer(PATH + MAX_PATH_BYTES);
    private final Message started = new Started();
    private final Reply reply = new Reply();
    private final Obituary obituary = new Obituary();
    private final Ended ended = new Ended();

    private int fd;
    private long offset;
    private int length;

    /** Of the memory: the loop, until it hears or retires, and the thread, until it ends. The last one frees it. */
    private final AtomicInteger users = new AtomicInteger(2);

    /** Confined to the loop: nothing is asked of the helper, or heard of it, any more. */
    private boolean gone;

    private boolean givenUp;

    HelperThread(HelperKind kind, HelperListener listener, LoopInbox inbox) {
        this.kind = kind;
        this.listener = listener;
        this.inbox = inbox;
    }

    @Override
    public void read(int newFd, long newOffset, int newLength) {
        fd = newFd;
        offset = newOffset;
        length = newLength;
        mailbox.put();
    }

    @Override
    public void convert(int directory, long path, int pathLength, long how) {
        fd = directory;
        OpenHow.copy(how, name.address(HOW, OpenHow.BYTES), -1, 0);
        Memory.copy(path, name.address(PATH, pathLength + 1), pathLength + 1L);
        mailbox.put();
    }

    @Override
    public void retire() {
        if (!gone) {
            gone = true;
            mailbox.close();
            leaveMemory();
        }
    }

    /**
     * Leaves the thread to come back from what holds it. The descriptor that it was given may be another file's by then: what the
     * thread still reads there goes to memory of its own, which nobody looks at.
     */
    @Override
    public void giveUp() {
        givenUp = true;
        retire();
    }

    /** Whether nothing is asked of it, or heard of it, any more. */
    boolean isGone() {
        return gone;
    }

    private void leaveMemory() {
        if (users.decrementAndGet() == 0) {
            name.close();
        }
    }

    @Override
    public long processId() {
        return 0;
    }

    /**
     * What the thread does.
     *
     * @param linux the kernel, as seen by it
     */
    void run(Linux linux) {
        try (HelperWork work = new HelperWork(linux)) {
            inbox.send(started, linux);
            while (mailbox.take()) {
                reply.result = carryOut(work);
                inbox.send(reply, linux);
            }
        } catch (Throwable e) {
            obituary.why = "its thread ended with " + e;
            inbox.send(obituary, linux);
        } finally {
            inbox.send(ended, linux);
            leaveMemory();
            inbox.leave(linux);
        }
    }

    private int carryOut(HelperWork work) {
        return kind == HelperKind.READ
                ? work.read(fd, offset, length)
                : work.convert(fd, name.address() + PATH, name.address() + HOW);
    }

    /** The thread could not be started: its listener hears so later, as of a thread that ended. */
    void neverRan(String why, Linux linux) {
        obituary.why = why;
        inbox.send(obituary, linux);
        leaveMemory();
        inbox.leave(linux);
    }

    private final class Started extends Message {
        @Override
        void delivered() {
            if (!gone) {
                listener.started(HelperThread.this);
            }
        }
    }

    private final class Reply extends Message {
        private int result;

        @Override
        void delivered() {
            if (!gone) {
                listener.done(result);
            }
        }
    }

    private final class Ended extends Message {
        @Override
        void delivered() {
            if (givenUp) {
                listener.ended();
            }
        }
    }

    private final class Obituary extends Message {
        private String why = "";

        @Override
        void delivered() {
            if (!gone) {
                retire();
                listener.lost(why);
            }
        }
    }
}
