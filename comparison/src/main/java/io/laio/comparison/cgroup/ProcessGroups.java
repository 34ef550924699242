package io.laio.comparison.cgroup;

import java.io.IOException;
import java.util.List;

/** Makes groups in one of the kernel's two hierarchies. */
public interface ProcessGroups {
    /**
     * Which version of the interface this is.
     *
     * @return 1 or 2
     */
    int version();

    /**
     * Whether groups can be limited in what they read from a disk.
     *
     * @return false where the kernel's controller for block devices is not there
     * @throws IOException if the kernel does not tell
     */
    default boolean mayLimitReads() throws IOException {
        return false;
    }

    /**
     * Makes an empty group without a memory limit.
     *
     * @param name its name, unused so far, without a slash
     * @param cpus the processors that its processes may run on
     * @return the group, to be closed
     * @throws IOException if the kernel refuses; nothing is left behind
     */
    ProcessGroup create(String name, CpuList cpus) throws IOException;

    /**
     * Removes the empty groups of comparisons that were killed: of all whose name is {@code laio-}, the id of a process that
     * has ended, and perhaps more.
     *
     * @return processes that still run in such groups: servers that nobody will end
     * @throws IOException if the kernel refuses
     */
    default List<Long> removeStale() throws IOException {
        return List.of(); // whoever did not make groups has left none
    }

    /**
     * Ends what runs in groups of comparisons that were killed, by SIGKILL, and removes them. The servers there would disturb
     * every comparison to come; nobody else can be in them.
     *
     * @return processes that were ended
     * @throws IOException if the kernel refuses
     */
    default List<Long> endStale() throws IOException {
        return List.of();
    }
}
