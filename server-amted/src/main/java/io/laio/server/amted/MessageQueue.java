package io.laio.server.amted;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Messages of any number of threads to one, without locks, waits or garbage: senders push onto a list, the receiver takes all
 * of it. Linearizable, which a test by model checking shows: of the senders between two takings exactly one, the first, is
 * told that the queue was empty, and so knows that the receiver has to be woken.
 */
final class MessageQueue {
    private final AtomicReference<@Nullable Message> newest = new AtomicReference<>();

    /**
     * Adds a message; any thread may.
     *
     * @return whether the queue was empty
     */
    boolean add(Message message) {
        while (true) {
            Message before = newest.get();
            message.next = before;
            if (newest.compareAndSet(before, message)) {
                return before == null;
            }
        }
    }

    /**
     * Takes everything; only the receiver may.
     *
     * @return the oldest message, the others in their order behind it; null if there is none
     */
    @Nullable
    Message takeAll() {
        Message at = newest.getAndSet(null);
        Message oldest = null;
        while (at != null) {
            Message older = at.next;
            at.next = oldest;
            oldest = at;
            at = older;
        }
        return oldest;
    }
}
