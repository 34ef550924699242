package io.laio;

import org.jspecify.annotations.Nullable;

/**
 * A batch of completions, filled by {@link Laio#poll} and reused for every call: the {@code laio_completion[]} of the
 * paper. Confined to the thread of the {@link Laio}.
 */
public final class Completions {
    private final long[] handles;
    private final long[] values;
    private final int[] errnos;
    private final long[] blockedNanos;
    private final @Nullable Object[] attachments;
    private int count;

    /**
     * Makes an empty batch.
     *
     * @param capacity the most completions that one poll delivers, 1 or more
     */
    public Completions(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be 1 or more, is " + capacity);
        }
        handles = new long[capacity];
        values = new long[capacity];
        errnos = new int[capacity];
        blockedNanos = new long[capacity];
        attachments = new Object[capacity];
    }

    /**
     * How many completions the last poll delivered.
     *
     * @return 0 to the capacity
     */
    public int count() {
        return count;
    }

    /**
     * Which operation completed.
     *
     * @param index 0 to {@code count() - 1}
     * @return the handle that {@link Laio#handle} gave for it
     */
    public long handle(int index) {
        return handles[index];
    }

    /**
     * The whole operation's value.
     *
     * @param index 0 to {@code count() - 1}
     * @return what the system call would have returned had it blocked the caller; -1 for an error
     */
    public long value(int index) {
        return values[index];
    }

    /**
     * Why the operation failed.
     *
     * @param index 0 to {@code count() - 1}
     * @return an error number ({@link io.laio.linux.Errno}), 0 if the value is not -1
     */
    public int errno(int index) {
        return errnos[index];
    }

    /**
     * How long the call was blocked, to the precision of a loop turn.
     *
     * @param index 0 to {@code count() - 1}
     * @return nanoseconds, or -1 if the kernel completed it when it was submitted, so that it did not block; what was
     *     tried before it was submitted did
     */
    public long blockedNanos(int index) {
        return blockedNanos[index];
    }

    /**
     * What the caller attached to the operation.
     *
     * @param index 0 to {@code count() - 1}
     * @return what {@link Laio#attach} was given, or null
     */
    public @Nullable Object attachment(int index) {
        return attachments[index];
    }

    boolean isFull() {
        return count == handles.length;
    }

    /**
     * Lets go of the completions that the last poll delivered. The next poll does so by itself.
     */
    public void clear() {
        // Attachments of the last batch are let go, so that a closed connection can be collected.
        for (int i = 0; i < count; i++) {
            attachments[i] = null;
        }
        count = 0;
    }

    void add(Operation operation) {
        handles[count] = operation.handle();
        values[count] = operation.value < 0 ? -1 : operation.value;
        errnos[count] = operation.value < 0 ? (int) -operation.value : 0;
        blockedNanos[count] = operation.blocked ? operation.blockedNanos : -1;
        attachments[count] = operation.attachment;
        count++;
    }
}
