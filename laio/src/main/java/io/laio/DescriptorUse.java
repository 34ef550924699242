package io.laio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many operations are in flight on each descriptor, and who waits to close it: a descriptor may be given back only
 * when nothing is in flight on it, because {@code close(2)} completes nothing and its number is reused at once.
 */
final class DescriptorUse {
    private int[] inFlight = new int[64];
    private @Nullable Operation[] closers = new Operation[64];

    void started(int fd) {
        if (fd < 0) {
            return; // AT_FDCWD is no descriptor
        }
        if (fd >= inFlight.length) {
            inFlight = Arrays.copyOf(inFlight, Math.max(fd + 1, inFlight.length * 2));
            closers = Arrays.copyOf(closers, inFlight.length);
        }
        inFlight[fd]++;
    }

    /** Counts an operation's end; answers with the operation that may now close the descriptor, if there is one. */
    @Nullable
    Operation ended(int fd) {
        if (fd < 0 || --inFlight[fd] > 0) {
            return null;
        }
        Operation closer = closers[fd];
        closers[fd] = null;
        return closer;
    }

    boolean isBusy(int fd) {
        return fd >= 0 && fd < inFlight.length && inFlight[fd] > 0;
    }

    boolean isClosing(int fd) {
        return fd >= 0 && fd < closers.length && closers[fd] != null;
    }

    void closeWhenIdle(int fd, Operation closer) {
        closers[fd] = closer;
    }
}
