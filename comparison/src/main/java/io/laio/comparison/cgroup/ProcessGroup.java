package io.laio.comparison.cgroup;

import java.io.IOException;
import java.util.List;

/**
 * One control group that a contestant lives in, with all its threads, helpers and kernel workers.
 *
 * <p>Threading: {@link #memory}, {@link #limitMemory}, {@link #cpuMicros} and {@link #processes} may be called from any
 * thread, because all they touch is the kernel's; {@link #close} only once nothing else is called.
 */
public interface ProcessGroup extends AutoCloseable {
    /**
     * Moves a process into the group. What it used before stays charged to its old group.
     *
     * @param pid the process
     * @throws IOException if the kernel refuses
     */
    void add(long pid) throws IOException;

    /**
     * Which processes are in the group.
     *
     * @return their ids; empty once all have ended
     * @throws IOException if the group's files cannot be read
     */
    List<Long> processes() throws IOException;

    /**
     * What the group's memory is used for now.
     *
     * @return the account
     * @throws IOException if the group's files cannot be read
     */
    MemoryUse memory() throws IOException;

    /**
     * Limits the group's memory, own memory and page cache together.
     *
     * <p>A limit below the present use makes the kernel reclaim first, which takes a while and may fail.
     *
     * @param bytes the limit
     * @return whether it is in force; if not, the old limit still is, and trying again later makes sense
     * @throws IOException if the kernel refuses for another reason than being busy
     */
    boolean limitMemory(long bytes) throws IOException;

    /**
     * Limits what the group reads from a disk, past the page cache.
     *
     * @param device the whole disk, as {@code major:minor}
     * @param limit how much
     * @throws IOException if the kernel refuses, for instance because {@link ProcessGroups#mayLimitReads} is false
     */
    void limitReads(String device, ReadLimit limit) throws IOException;

    /**
     * The CPU time used by everything that ever ran in the group.
     *
     * @return microseconds, user and system together; -1 if this group does not account for it
     * @throws IOException if the group's files cannot be read
     */
    long cpuMicros() throws IOException;

    /**
     * How many of its processes the kernel has killed because the group's memory was used up.
     *
     * @return a count since the group was made; 0 also where the kernel does not count (before Linux 4.13)
     * @throws IOException if the group's files cannot be read
     */
    long outOfMemoryKills() throws IOException;

    /**
     * Removes the group. All its processes must have ended; the kernel is given a moment to notice.
     *
     * @throws IOException if it stays busy
     */
    @Override
    void close() throws IOException;
}
