package io.laio.comparison.cgroup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;

/** Removes a group's directories; a process that has ended may keep its group busy for some milliseconds more. */
final class GroupRemoval {
    private static final int ATTEMPTS = 200;
    private static final long PAUSE_NANOS = 10_000_000;

    private final GroupDirectories directories;

    GroupRemoval(GroupDirectories directories) {
        this.directories = directories;
    }

    /** Removes all, and reports the first failure with the others attached. */
    void removeAll(Collection<Path> groups) throws IOException {
        IOException failure = null;
        for (Path group : groups) {
            try {
                remove(group);
            } catch (IOException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void remove(Path group) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                directories.remove(group);
                return;
            } catch (GroupBusyException e) {
                if (attempt == ATTEMPTS) {
                    throw new IOException("control group " + group + " could not be removed: it stays busy", e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
