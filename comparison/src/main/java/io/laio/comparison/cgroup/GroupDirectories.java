package io.laio.comparison.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes and removes the directories that stand for groups. In the kernel's file system a new directory comes with its
 * files and is removed with them; tests do the same with a recorded tree.
 */
interface GroupDirectories {
    /** The kernel's own. */
    GroupDirectories KERNEL = new GroupDirectories() {
        @Override
        public void create(Path directory) throws IOException {
            Files.createDirectory(directory);
        }

        @Override
        public void remove(Path directory) throws IOException {
            Files.deleteIfExists(directory);
        }
    };

    void create(Path directory) throws IOException;

    void remove(Path directory) throws IOException;
}
