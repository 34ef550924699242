package io.laio;

import org.jspecify.annotations.Nullable;

/** A queue of operations, linked through {@link Operation#nextQueued}: nothing is allocated. Each is in one queue at most. */
final class OperationQueue {
    private @Nullable Operation first;
    private @Nullable Operation last;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void addLast(Operation op) {
        op.nextQueued = null;
        Operation tail = last;
        if (tail == null) {
            first = op;
        } else {
            tail.nextQueued = op;
        }
        last = op;
        size++;
    }

    @Nullable
    Operation peekFirst() {
        return first;
    }

    @Nullable
    Operation pollFirst() {
        Operation op = first;
        if (op != null) {
            unlink(null, op);
        }
        return op;
    }

    /** Takes an operation out, wherever it stands; false if it is not here. */
    boolean remove(Operation op) {
        Operation before = null;
        for (Operation at = first; at != null; at = at.nextQueued) {
            if (at == op) {
                unlink(before, op);
                return true;
            }
            before = at;
        }
        return false;
    }

    private void unlink(@Nullable Operation before, Operation op) {
        if (before == null) {
            first = op.nextQueued;
        } else {
            before.nextQueued = op.nextQueued;
        }
        if (last == op) {
            last = before;
        }
        op.nextQueued = null;
        size--;
    }
}
