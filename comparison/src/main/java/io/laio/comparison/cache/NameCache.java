package io.laio.comparison.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Empties the kernel's caches of names and file-system metadata, which no advice on a file reaches: directory entries,
 * inodes, and the metadata blocks that the page cache holds.
 *
 * <p>It is the whole machine's cache that goes, through {@code /proc/sys/vm/drop_caches} (proc_sys_vm(5)); pages that a
 * process maps, such as the code of running programs, stay.
 */
public final class NameCache {
    private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");
    private static final String PAGES_AND_NAMES = "3";

    private final Path control;

    /** The machine's own. */
    public NameCache() {
        this(DROP_CACHES);
    }

    /**
     * One that is controlled by another file.
     *
     * @param control the file
     */
    public NameCache(Path control) {
        this.control = control;
    }

    /**
     * Whether this process may empty it.
     *
     * @return true for root outside of containers with a read-only /proc/sys
     */
    public boolean mayEmpty() {
        return Files.isWritable(control);
    }

    /**
     * Empties it. What is dirty stays, so files must have been written before.
     *
     * @throws IOException if the kernel refuses
     */
    public void empty() throws IOException {
        Files.writeString(control, PAGES_AND_NAMES, StandardOpenOption.WRITE);
    }
}
