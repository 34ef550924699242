package io.laio.testbed.disk.daemon;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A fixed number of slots. When all are taken no further message is read: requests then wait in the kernel.
 *
 * <p>For one thread.
 */
final class Slots implements AutoCloseable {
    private final List<Slot> all = new ArrayList<>();
    private final Deque<Slot> free = new ArrayDeque<>();

    Slots(int count, int maxRequestBytes) {
        for (int i = 0; i < count; i++) {
            all.add(new Slot(i, maxRequestBytes));
        }
        free.addAll(all);
    }

    boolean isEmpty() {
        return free.isEmpty();
    }

    /** Takes the one that was given back last: its memory is in the processor's cache. */
    Slot take() {
        return free.pop();
    }

    void giveBack(Slot slot) {
        free.push(slot);
    }

    Slot get(int index) {
        return all.get(index);
    }

    @Override
    public void close() {
        all.forEach(Slot::close);
    }
}
