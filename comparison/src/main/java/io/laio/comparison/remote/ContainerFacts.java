package io.laio.comparison.remote;

import io.laio.comparison.plan.ByteSize;

/**
 * What an agent tells of its container, all of it read from the kernel's files there.
 *
 * @param cgroupVersion version of the control groups' interface, 1 or 2
 * @param memoryLimitBytes the memory limit in force
 * @param cpus the processors in force, as a list
 * @param ioUring {@code available}, or why not
 */
public record ContainerFacts(int cgroupVersion, long memoryLimitBytes, String cpus, String ioUring) {
    /**
     * For the results.
     *
     * @return a line of words
     */
    public String words() {
        return "memory limit " + ByteSize.describe(memoryLimitBytes) + " in force (cgroup v" + cgroupVersion
                + "), processors " + cpus + ", io_uring " + ioUring;
    }
}
