package io.laio.simulation;

import io.laio.Laio;
import io.laio.Laziness;
import io.laio.linux.Errno;
import io.laio.linux.Memory;
import io.laio.linux.SystemCall;
import java.util.ArrayList;
import java.util.List;

/** One call of the program: how it is made, and what may become of it. */
abstract class Act {
    static final int MAX_REFUSALS = 32; // how often the library lets the kernel say EAGAIN

    final World world;
    final Subject subject;
    final SystemCall call;
    boolean wished; // cancelled, or its descriptor is being closed

    private final FaultLog before;
    private final List<Long> buffers = new ArrayList<>();

    Act(World world, Subject subject, SystemCall call) {
        this.world = world;
        this.subject = subject;
        this.call = call;
        this.before = faults().copy();
    }

    /** Where faults that strike this act are noted. */
    FaultLog faults() {
        return subject.description.faults;
    }

    /** Makes the call. */
    abstract long start(Laio laio, Laziness laziness);

    /** The whole operation is over, with this value. */
    abstract void succeeded(long value);

    /** The whole operation failed; it is known that the error number is plausible. */
    void failed() {}

    /** Nobody will hear of it. */
    void forgotten() {}

    /** Whether the state of things explains an error number. */
    boolean explains(int errno) {
        return false;
    }

    /** A buffer for this act alone. */
    final long buffer() {
        long address = world.arena.lend();
        if (address == 0) {
            throw new AssertionError("the program takes care that there is one");
        }
        buffers.add(address);
        return address;
    }

    /** Gives the buffers back: the kernel must be done with them. */
    final void release() {
        buffers.forEach(world.arena::takeBack);
        buffers.clear();
    }

    final byte[] bytes(long address, long length) {
        byte[] bytes = new byte[(int) length];
        Memory.copy(address, bytes, 0, bytes.length);
        return bytes;
    }

    /** Takes the result of the whole operation. */
    final void over(long value, int errno) {
        if (errno == 0) {
            succeeded(value);
        } else {
            require(isPlausible(errno), Errno.describe(errno) + " without a reason");
            failed();
        }
        release();
    }

    private boolean isPlausible(int errno) {
        if (explains(errno)) {
            return true;
        }
        return switch (errno) {
            case Errno.ECANCELED -> wished;
            case Errno.EINTR -> call == SystemCall.CONNECT && struck(errno) > 0;
            case Errno.EAGAIN -> struck(errno) > (call == SystemCall.CONNECT ? 0 : MAX_REFUSALS);
            case Errno.EIO -> struck(errno) > 0 || faults().noProgress() > before.noProgress();
            default -> struck(errno) > 0;
        };
    }

    @Override
    public String toString() {
        return call + " on " + subject.fd + (wished ? " (cancelled)" : "");
    }

    private int struck(int errno) {
        return faults().count(errno) - before.count(errno);
    }

    /** Whether the kernel gave an error that ends an operation half way. */
    final boolean isStruck() {
        return struck(Errno.EIO) + struck(Errno.ENOMEM) + struck(Errno.ENOSPC) > 0
                || struck(Errno.EAGAIN) > MAX_REFUSALS;
    }

    final void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(this + ": " + otherwise);
        }
    }
}
