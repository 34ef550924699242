package io.laio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which operations are in flight on each descriptor, and who waits to close it: a descriptor may be given back only when
 * nothing is in flight on it, because {@code close(2)} completes nothing and its number is reused at once.
 *
 * <p>The operations of a descriptor form a list through their own fields. There is rarely more than one a direction.
 */
final class DescriptorUse {
    private @Nullable Operation[] first = new Operation[64];
    private @Nullable Operation[] closers = new Operation[64];

    /** Whether there is a place for the descriptor without growing. */
    boolean covers(int fd) {
        return fd < first.length;
    }

    void started(Operation op) {
        int fd = op.fd;
        if (fd < 0) {
            return; // AT_FDCWD is no descriptor
        }
        if (fd >= first.length) {
            first = Arrays.copyOf(first, Math.max(fd + 1, first.length * 2));
            closers = Arrays.copyOf(closers, first.length);
        }
        Operation next = first[fd];
        op.next = next;
        op.previous = null;
        if (next != null) {
            next.previous = op;
        }
        first[fd] = op;
    }

    /** Takes an operation off; answers with the one that may now close the descriptor, if there is one. */
    @Nullable
    Operation ended(Operation op) {
        int fd = op.fd;
        if (fd < 0) {
            return null;
        }
        unlink(op, fd);
        if (first[fd] != null) {
            return null;
        }
        Operation closer = closers[fd];
        closers[fd] = null;
        return closer;
    }

    private void unlink(Operation op, int fd) {
        Operation next = op.next;
        Operation previous = op.previous;
        if (previous == null) {
            first[fd] = next;
        } else {
            previous.next = next;
        }
        if (next != null) {
            next.previous = previous;
        }
        op.next = null;
        op.previous = null;
    }

    boolean isBusy(int fd) {
        return fd >= 0 && fd < first.length && first[fd] != null;
    }

    boolean isClosing(int fd) {
        return fd >= 0 && fd < closers.length && closers[fd] != null;
    }

    /** Cancels everything on a busy descriptor, and remembers who closes it then. */
    void closeWhenIdle(Operation closer, BackgroundEngine engine) {
        closers[closer.fd] = closer;
        for (Operation op = first[closer.fd]; op != null; op = op.next) {
            engine.cancel(op);
        }
    }
}
