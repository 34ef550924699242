package io.laio.simulation;

import io.laio.linux.Errno;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The process's table of descriptors. The lowest free number is taken, so that a number is soon in use again. */
final class Descriptors {
    private final TreeMap<Integer, Description> table = new TreeMap<>();
    private final int first;

    Descriptors(int first) {
        this.first = first;
    }

    int install(Description description) {
        int fd = first;
        while (table.containsKey(fd)) {
            fd++;
        }
        table.put(fd, description);
        description.hold();
        return fd;
    }

    @Nullable
    Description find(int fd) {
        return table.get(fd);
    }

    Set<Integer> open() {
        return table.keySet();
    }

    long close(int fd) {
        Description description = table.remove(fd);
        if (description == null) {
            return -Errno.EBADF;
        }
        if (!(description instanceof EventCounter) && description.inFlight > 0) {
            throw new AssertionError("descriptor " + fd + " is closed with operations in flight on it");
        }
        description.release();
        return 0;
    }
}
