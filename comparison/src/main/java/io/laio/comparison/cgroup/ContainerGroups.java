package io.laio.comparison.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The one control group of the container that this process is in, as the files show it that the container engine mounts there, for
 * reading only. Contestants share it with this process, one after the other.
 */
public final class ContainerGroups implements ProcessGroups {
    private static final String NO_LIMIT = "max";

    private final CgroupMounts mounts;
    private final Ballast ballast;

    private ContainerGroups(CgroupMounts mounts, Ballast ballast) {
        this.mounts = mounts;
        this.ballast = ballast;
    }

    /**
     * Finds the container's group.
     *
     * @param mountinfo lines of {@code /proc/self/mountinfo}
     * @param ballast fills what a contestant may not have of the container's memory
     * @return the group
     * @throws IOException if no memory controller is mounted
     */
    public static ContainerGroups find(List<String> mountinfo, Ballast ballast) throws IOException {
        CgroupMounts mounts = CgroupMounts.parse(mountinfo);
        if (!mounts.v1().containsKey("memory") && mounts.v2().isEmpty()) {
            throw new IOException("no memory controller is mounted in this container, neither of version 1 nor 2");
        }
        return new ContainerGroups(mounts, ballast);
    }

    @Override
    public int version() {
        return mounts.v1().containsKey("memory") ? 1 : 2;
    }

    /**
     * The container's memory limit.
     *
     * @return bytes; {@link Long#MAX_VALUE} if there is none
     * @throws IOException if the kernel does not tell
     */
    public long memoryLimitBytes() throws IOException {
        String limit = ControlFile.read(
                version() == 1 ? memory().resolve("memory.limit_in_bytes") : memory().resolve("memory.max"));
        return limit.equals(NO_LIMIT) ? Long.MAX_VALUE : Long.parseLong(limit);
    }

    private Path memory() {
        Path v1 = mounts.v1().get("memory");
        return v1 == null ? mounts.v2().orElseThrow() : v1;
    }

    /** The group is there already, and on its processors. */
    @Override
    public ProcessGroup create(String name, CpuList cpus) throws IOException {
        ProcessGroup inside = version() == 1
                ? new V1ProcessGroup(mounts.v1(), GroupDirectories.KERNEL)
                : new V2ProcessGroup(memory(), GroupDirectories.KERNEL);
        return new ContainerGroup(inside, memoryLimitBytes(), ballast);
    }

    /**
     * Those of this process.
     *
     * @param ballast fills what a contestant may not have of the container's memory
     * @return its container's group
     * @throws IOException if it is in none
     */
    public static ContainerGroups ofThisProcess(Ballast ballast) throws IOException {
        return find(Files.readAllLines(Path.of("/proc/self/mountinfo")), ballast);
    }
}
