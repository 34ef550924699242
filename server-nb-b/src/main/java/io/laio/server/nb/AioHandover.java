package io.laio.server.nb;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads on their way from one thread to another. Nobody ever waits, and nothing is allocated: the reads themselves are the
 * links. The receiver always takes everything, so that a read which comes back soon cannot be mistaken (the ABA problem).
 */
final class AioHandover {
    private final AtomicReference<@Nullable AioRead> newest = new AtomicReference<>();

    void put(AioRead read) {
        AioRead before;
        do {
            before = newest.get();
            read.next = before;
        } while (!newest.compareAndSet(before, read));
    }

    boolean isEmpty() {
        return newest.get() == null;
    }

    /** Takes all, the oldest first, linked by {@link AioRead#next}; null if there is none. */
    @Nullable
    AioRead takeAll() {
        AioRead oldestFirst = null;
        AioRead read = newest.getAndSet(null);
        while (read != null) {
            AioRead older = read.next;
            read.next = oldestFirst;
            oldestFirst = read;
            read = older;
        }
        return oldestFirst;
    }
}
