package io.laio.comparison.cgroup;

import java.io.IOException;

/** Makes groups in one of the kernel's two hierarchies. */
public interface ProcessGroups {
    /**
     * Which version of the interface this is.
     *
     * @return 1 or 2
     */
    int version();

    /**
     * Makes an empty group without a memory limit.
     *
     * @param name its name, unused so far, without a slash
     * @param cpus the processors that its processes may run on
     * @return the group, to be closed
     * @throws IOException if the kernel refuses; nothing is left behind
     */
    ProcessGroup create(String name, CpuList cpus) throws IOException;
}
