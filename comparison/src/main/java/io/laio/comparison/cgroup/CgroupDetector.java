package io.laio.comparison.cgroup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds out, by trying, which control groups this machine lets us make. */
public final class CgroupDetector {
    private static final String REMEDY = "run as root on a host (in a container: a private, writable cgroup mount)";

    private final Path mountinfo;
    private final GroupDirectories directories;

    private final CpuList cpus;

    CgroupDetector(Path mountinfo, GroupDirectories directories, CpuList cpus) {
        this.mountinfo = mountinfo;
        this.directories = directories;
        this.cpus = cpus;
    }

    /**
     * Looks at the machine itself.
     *
     * @param cpus processors that this process may use; another's would be refused to a group
     */
    public CgroupDetector(CpuList cpus) {
        this(Path.of("/proc/self/mountinfo"), GroupDirectories.KERNEL, cpus);
    }

    /**
     * Makes a group and removes it again, and the empty groups of comparisons that were killed.
     *
     * @return how to make more, or what is missing
     */
    public CgroupSupport detect() {
        try {
            CgroupMounts mounts = CgroupMounts.parse(Files.readAllLines(mountinfo));
            if (mounts.v1().containsKey("memory")) {
                return attempt(new V1ProcessGroups(mounts.v1(), directories));
            }
            if (mounts.v2().isPresent() && offersMemory(mounts.v2().get())) {
                return attempt(new V2ProcessGroups(mounts.v2().get(), directories));
            }
            return new CgroupSupport.Unavailable("no memory controller is mounted, neither of version 1 nor 2", REMEDY);
        } catch (IOException e) {
            return new CgroupSupport.Unavailable("the mounts could not be read: " + e.getMessage(), REMEDY);
        }
    }

    private static boolean offersMemory(Path mount) throws IOException {
        Path controllers = mount.resolve("cgroup.controllers");
        return Files.exists(controllers)
                && List.of(ControlFile.read(controllers).split("\\s+")).contains("memory");
    }

    private CgroupSupport attempt(ProcessGroups groups) {
        String name = "laio-probe-" + ProcessHandle.current().pid();
        try (ProcessGroup group = groups.create(name, cpus)) {
            group.memory();
            return new CgroupSupport.Available(groups, groups.removeStale());
        } catch (IOException e) {
            String cause = "version " + groups.version() + " is there, but no group can be made: " + words(e);
            return new CgroupSupport.Unavailable(cause, REMEDY);
        }
    }

    /** Java's message is only the file's name where the reason is the exception's class. */
    private static String words(IOException e) {
        return e instanceof AccessDeniedException
                ? "permission denied: " + e.getMessage()
                : String.valueOf(e.getMessage());
    }
}
