package io.laio.server.nb;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.posix.Aio;
import io.laio.posix.ControlBlock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The thread that waits in {@code aio_suspend}, because the loop has another wait, and tells the loop what is done.
 *
 * <p>{@code aio_suspend} waits for those reads that it was called with. So the thread always waits for one more: a read of an
 * event counter, which whoever begins a read ends by raising the counter, but only while the thread is asleep: one write for
 * all reads that begin meanwhile. That read keeps one of the C library's threads for itself.
 */
final class AioCollector implements Runnable {
    /** How long until the loop is reminded of a read that the C library had no room for, and nothing was under way. */
    private static final long RETRY_NANOS = 5_000_000;

    private static final int COUNTED = ControlBlock.BYTES;
    private static final int ONE = COUNTED + Long.BYTES;
    private static final int LIST = ONE + Long.BYTES;

    private final Linux linux;
    private final Supplier<? extends Aio> library;
    private final Runnable wakeLoop;
    private final NativeBuffer memory;
    private final int counter;
    private final AioHandover begun = new AioHandover();
    private final AioHandover done = new AioHandover();
    private final AtomicBoolean asleep = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicBoolean reminding = new AtomicBoolean();
    private volatile boolean stopping;
    private final Thread thread;

    // The collecting thread's own.
    private final @Nullable AioRead[] watched;
    private int count;
    private boolean armed;

    /**
     * Starts the thread.
     *
     * @param linux the kernel, as seen by the loop
     * @param library the C library, as seen by the thread that asks
     * @param capacity how many reads are under way at most
     * @param wakeLoop called by the thread when there is something to take
     */
    AioCollector(Linux linux, Supplier<? extends Aio> library, int capacity, Runnable wakeLoop) {
        this.linux = linux;
        this.library = library;
        this.wakeLoop = wakeLoop;
        this.watched = new AioRead[capacity];
        this.memory = new NativeBuffer(LIST + (capacity + 1) * Long.BYTES);
        Memory.putLong(memory.address() + ONE, 1);
        this.counter = linux.eventfd(0, Epoll.EFD_CLOEXEC);
        if (counter < 0) {
            throw new IllegalStateException("eventfd2: " + Errno.describe(-counter));
        }
        this.thread = Thread.ofPlatform().name("aio-collector").daemon().start(this);
    }

    /** Watches a read that was given to the C library; called by the loop. */
    void watch(AioRead read) {
        begun.put(read);
        wakeUp();
    }

    /** Has the loop reminded in a while, although no read is under way; called by the loop. */
    void remind() {
        reminding.set(true);
        wakeUp();
    }

    private void wakeUp() {
        if (asleep.getAndSet(false)) {
            raiseCounter();
        }
    }

    private void raiseCounter() {
        linux.write(counter, memory.address() + ONE, Long.BYTES);
    }

    /** Whether the loop was told something since the last time this was asked; called by the loop. */
    boolean hasNews() {
        return told.get() && told.getAndSet(false);
    }

    /** What is done, linked, the oldest first; called by the loop. */
    @Nullable
    AioRead takeDone() {
        return done.takeAll();
    }

    @Override
    public void run() {
        Aio aio = library.get();
        arm(aio);
        while (!stopping || armed || count > 0 || !begun.isEmpty()) {
            adopt();
            sleep(aio);
            if (armed && aio.result(memory.address()) != -Errno.EINPROGRESS) {
                armed = false;
            }
            if (!armed && !stopping) {
                arm(aio);
            }
            collect(aio);
        }
    }

    private void arm(Aio aio) {
        ControlBlock.put(memory.address(), counter, memory.address() + COUNTED, Long.BYTES, 0);
        armed = aio.read(memory.address()) == 0; // else the next turn of this thread, which comes soon, tries again
    }

    private void adopt() {
        AioRead read = begun.takeAll();
        while (read != null) {
            AioRead following = read.next;
            read.next = null;
            watched[count++] = read;
            read = following;
        }
    }

    private void sleep(Aio aio) {
        long list = memory.address() + LIST;
        Memory.putLong(list, armed ? memory.address() : 0);
        for (int i = 0; i < count; i++) {
            AioRead read = watched[i];
            Memory.putLong(list + (i + 1L) * Long.BYTES, read == null ? 0 : read.block);
        }
        asleep.set(true);
        // What began before the line above is seen here; what begins after it raises the counter.
        if (begun.isEmpty() && (!stopping || armed || count > 0)) {
            int ended = armed || count > 0 ? suspend(aio, list) : rest();
            if (ended == -Errno.EAGAIN && reminding.getAndSet(false)) {
                tell();
            }
        }
        asleep.set(false);
    }

    private int suspend(Aio aio, long list) {
        boolean forEver = armed && !reminding.get();
        return aio.suspend(list, count + 1, forEver ? -1 : RETRY_NANOS);
    }

    /** The C library returns at once if there is nothing to wait for: that it took not even the counter's read. */
    private static int rest() {
        LockSupport.parkNanos(RETRY_NANOS);
        return -Errno.EAGAIN;
    }

    private void collect(Aio aio) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            AioRead read = watched[i];
            if (read != null && aio.error(read.block) == Errno.EINPROGRESS) {
                watched[kept++] = read;
            } else if (read != null) {
                done.put(read);
            }
        }
        boolean some = kept < count;
        count = kept;
        if (some) {
            tell();
        }
    }

    private void tell() {
        if (!told.getAndSet(true)) {
            wakeLoop.run();
        }
    }

    /**
     * Ends the thread when everything that it watches is over, and frees what it holds; called by the loop, which has
     * nothing else to do any more.
     */
    void close() {
        stopping = true;
        raiseCounter();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // the memory is the C library's until then
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        linux.close(counter);
        memory.close();
    }
}
