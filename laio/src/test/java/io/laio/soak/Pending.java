package io.laio.soak;

import java.util.List;
import java.util.function.LongConsumer;

/** A call that was made and whose result its task has not seen yet. */
final class Pending {
    final Task task;
    final String what;
    final boolean descriptor;
    final List<Integer> allowed;
    final LongConsumer next;

    long handle;
    long value;
    int index = -1; // in the list of those in flight
    boolean disturbed;

    /**
     * @param descriptor whether its value is a descriptor, which the task will own
     * @param allowed error numbers that are as good as a value
     * @param next what the task does with the value, or with the negated error number
     */
    Pending(Task task, String what, boolean descriptor, List<Integer> allowed, LongConsumer next) {
        this.task = task;
        this.what = what;
        this.descriptor = descriptor;
        this.allowed = allowed;
        this.next = next;
    }
}
