package io.laio.simulation;

import io.laio.linux.Errno;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One directory of files by name; itself an open file, the root that relative paths start from. */
final class FileSystem extends Description {
    private final Map<String, DiskFile.Inode> names = new HashMap<>();
    private final Descriptors descriptors;
    private final UserMemory memory;

    FileSystem(Descriptors descriptors, UserMemory memory) {
        this.descriptors = descriptors;
        this.memory = memory;
    }

    void add(String name, DiskFile.Inode inode) {
        names.put(name, inode);
    }

    DiskFile.@Nullable Inode find(String name) {
        return names.get(name);
    }

    @Override
    int readiness() {
        return 0;
    }

    @Override
    boolean isFile() {
        return true;
    }

    long open(long path, long how) {
        DiskFile.Inode inode = names.get(memory.string(path));
        if (inode == null) {
            return -Errno.ENOENT;
        }
        boolean writable = (Memory.getLong(how) & OpenHow.O_RDWR) != 0;
        return descriptors.install(new DiskFile(memory, inode, writable));
    }
}
