package io.laio.testbed.disk.daemon;

import io.laio.Completions;
import io.laio.linux.Errno;
import io.laio.testbed.disk.fuse.FuseParser;
import io.laio.testbed.disk.fuse.FuseRequest;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The daemon's event loop: messages come from FUSE, the image is read or written at once, and the answer goes out when both
 * the image and the device model are done.
 *
 * <pre>
 *   message --> parse --> about names and sizes: answered at once
 *                     --> read, write, flush --> image --\
 *                                            --> model --+--> both done: answered, slot free
 * </pre>
 *
 * <p>It waits in one place, {@link io.laio.Laio#poll}, no longer than until the model's next event. For one thread, but
 * {@link #submit}.
 */
final class DiskLoop {
    private static final int DRAINED_AT_A_TIME = 64; // then completions and the model have their turn

    private final DiskParts parts;
    private final Calls calls;
    private final Answers answers;
    private final Transfers transfers;
    private final Completions completions = new Completions(256);
    private final Queue<FutureTask<?>> tasks = new ConcurrentLinkedQueue<>();
    private @Nullable Slot reading; // the one whose message FUSE is asked for
    private boolean ended;

    DiskLoop(DiskParts parts) {
        this.parts = parts;
        this.calls = new Calls(parts.laio());
        this.answers = new Answers(parts);
        this.transfers = new Transfers(parts, calls, answers);
    }

    Pacer pacer() {
        return transfers.pacer();
    }

    /** Has something done by the loop's thread. Any thread may call. */
    <T> FutureTask<T> submit(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        tasks.add(task);
        parts.laio().wakeup();
        return task;
    }

    /** Serves until the file system is unmounted. */
    void run() {
        while (!ended) {
            pacer().catchUp();
            awaitMessage();
            parts.laio().poll(completions, pacer().idleNanos());
            for (int i = 0; i < completions.count(); i++) {
                int error = completions.errno(i);
                Slot slot = (Slot) Objects.requireNonNull(completions.attachment(i));
                completed(slot, error != 0 ? -error : completions.value(i));
            }
            for (FutureTask<?> task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }
    }

    /** Asks for one message at a time, as the library wants it of a descriptor that is a stream. */
    private void awaitMessage() {
        while (reading == null && !ended && !parts.slots().isEmpty()) {
            Slot slot = parts.slots().take();
            reading = slot;
            long outcome = calls.read(parts.fuse().fd(), slot.messageAddress(), slot.messageBytes(), -1, slot);
            if (outcome != Calls.PENDING) {
                completed(slot, outcome);
            }
        }
    }

    private void completed(Slot slot, long result) {
        if (slot == reading) {
            reading = null;
            arrived(slot, result);
            drain();
        } else {
            transfers.imageDone(slot, result);
        }
    }

    /** What came meanwhile is taken at once: a system call each, instead of a turn of the loop. */
    private void drain() {
        boolean more = true;
        for (int i = 0; more && i < DRAINED_AT_A_TIME && !parts.slots().isEmpty(); i++) {
            Slot slot = parts.slots().take();
            long result = parts.fuse().read(slot.messageAddress(), slot.messageBytes());
            arrived(slot, result);
            more = result > 0 && !ended;
        }
    }

    private void arrived(Slot slot, long result) {
        if (result > 0) {
            serve(slot, FuseParser.parse(slot.message((int) result)));
            return;
        }
        parts.slots().giveBack(slot);
        switch ((int) -result) {
            case 0 -> ended = true; // nobody is there to write any more
            case Errno.EAGAIN, Errno.EINTR, Errno.ENOENT -> {} // nothing there, or it was taken back
            case Errno.ENODEV, Errno.ECONNABORTED -> ended = true; // unmounted, aborted
            default -> throw new IllegalStateException("reading from FUSE: " + Errno.describe((int) -result));
        }
    }

    private void serve(Slot slot, FuseRequest request) {
        switch (request) {
            case FuseRequest.Read read -> transfers.read(slot, read);
            case FuseRequest.Write write -> transfers.write(slot, write);
            case FuseRequest.Synchronize all -> transfers.flush(slot, all);
            default -> {
                answers.give(slot, parts.nodes().answer(request, slot.reply()));
                ended |= request instanceof FuseRequest.Destroy;
            }
        }
    }
}
