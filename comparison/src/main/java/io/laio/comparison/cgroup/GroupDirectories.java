package io.laio.comparison.cgroup;

import io.laio.linux.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes and removes the directories that stand for groups. In the kernel's file system a new directory comes with its
 * files and is removed with them; tests do the same with a recorded tree.
 */
interface GroupDirectories {
    /** The kernel's own. */
    GroupDirectories KERNEL = kernel(KernelFiles.MACHINE);

    /** The kernel's own, by way of these calls. */
    static GroupDirectories kernel(KernelFiles files) {
        return new GroupDirectories() {
            @Override
            public void create(Path directory) throws IOException {
                Files.createDirectory(directory);
            }

            @Override
            public void remove(Path directory) throws IOException {
                int result = files.remove(directory);
                if (result == -Errno.EBUSY) {
                    throw new GroupBusyException(directory);
                }
                if (result < 0) {
                    throw new IOException(directory + " cannot be removed: " + Errno.describe(-result));
                }
            }
        };
    }

    void create(Path directory) throws IOException;

    /**
     * Removes a group.
     *
     * @throws GroupBusyException if it is in use
     * @throws IOException if it cannot be removed for another reason
     */
    void remove(Path directory) throws IOException;
}
