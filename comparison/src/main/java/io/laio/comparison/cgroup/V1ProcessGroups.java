package io.laio.comparison.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Groups of version 1: one directory in each controller's hierarchy.
 *
 * <p>Needed is {@code memory}; {@code cpuset}, {@code cpuacct} and {@code blkio} are used where they are mounted. Groups are made at the
 * top of the hierarchies, so that no limit of an enclosing group can be mistaken for the budget.
 */
final class V1ProcessGroups implements ProcessGroups {
    private final Map<String, Path> hierarchies;
    private final GroupDirectories directories;

    V1ProcessGroups(Map<String, Path> hierarchies, GroupDirectories directories) {
        this.hierarchies = Map.copyOf(hierarchies);
        this.directories = directories;
    }

    @Override
    public int version() {
        return 1;
    }

    /** The group's files tell: throttling can be left out of a kernel (CONFIG_BLK_DEV_THROTTLING). */
    @Override
    public boolean mayLimitReads() {
        Path blkio = hierarchies.get("blkio");
        return blkio != null && Files.exists(blkio.resolve("blkio.throttle.read_iops_device"));
    }

    @Override
    public ProcessGroup create(String name, CpuList cpus) throws IOException {
        Map<String, Path> groups = new LinkedHashMap<>();
        try {
            for (String controller : CgroupMounts.V1_CONTROLLERS) {
                Path hierarchy = hierarchies.get(controller);
                if (hierarchy != null) {
                    createOnce(groups, controller, hierarchy.resolve(name));
                }
            }
            confine(groups, cpus);
        } catch (IOException e) {
            new GroupRemoval(directories).removeAll(groups.values());
            throw e;
        }
        return new V1ProcessGroup(groups, directories);
    }

    @Override
    public List<Long> removeStale() throws IOException {
        return stale().remove(new LinkedHashSet<>(hierarchies.values()));
    }

    @Override
    public List<Long> endStale() throws IOException {
        return stale().end(new LinkedHashSet<>(hierarchies.values()));
    }

    private StaleGroups stale() {
        return new StaleGroups(directories, pid -> ProcessHandle.of(pid).isPresent());
    }

    /** Controllers may share a hierarchy, and then share the directory. */
    private void createOnce(Map<String, Path> groups, String controller, Path group) throws IOException {
        if (!groups.containsValue(group)) {
            directories.create(group);
        }
        groups.put(controller, group);
    }

    /** A new cpuset has no processor and no memory node, and takes no process until it has (cpusets.rst, 1.7). */
    private void confine(Map<String, Path> groups, CpuList cpus) throws IOException {
        Path cpuset = groups.get("cpuset");
        if (cpuset != null) {
            Path parent = hierarchies.getOrDefault("cpuset", cpuset);
            ControlFile.write(cpuset.resolve("cpuset.mems"), ControlFile.read(parent.resolve("cpuset.mems")));
            ControlFile.write(cpuset.resolve("cpuset.cpus"), cpus.toString());
        }
    }
}
