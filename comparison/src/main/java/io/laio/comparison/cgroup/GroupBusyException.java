package io.laio.comparison.cgroup;

import java.io.IOException;
import java.nio.file.Path;

/** The kernel answered EBUSY: the group still has processes, or kernel memory that is being freed. Trying again makes sense. */
final class GroupBusyException extends IOException {
    private static final long serialVersionUID = 1;

    GroupBusyException(Path group) {
        super(group + " is busy");
    }
}
