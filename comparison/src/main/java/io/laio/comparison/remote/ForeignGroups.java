package io.laio.comparison.remote;

import io.laio.comparison.cgroup.CpuList;
import io.laio.comparison.cgroup.ProcessGroup;
import io.laio.comparison.cgroup.ProcessGroups;
import java.io.IOException;

/**
 * The control groups of other containers: they are in force, and nothing can be done to them from here.
 *
 * @param version of the interface, 1 or 2
 */
record ForeignGroups(int version) implements ProcessGroups {

    @Override
    public ProcessGroup create(String name, CpuList cpus) throws IOException {
        throw new IOException("the control groups of containers are their engine's: nobody else can make one");
    }
}
