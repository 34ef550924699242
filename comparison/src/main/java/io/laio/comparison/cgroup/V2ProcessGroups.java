package io.laio.comparison.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Groups of version 2: one directory below the mount, with the controllers that its parent hands down.
 *
 * <p>A group that holds processes hands nothing down unless it is the machine's root (cgroup-v2.rst, "No Internal Process
 * Constraint"): inside a container the kernel refuses, and the message says so.
 */
final class V2ProcessGroups implements ProcessGroups {
    private static final List<String> WANTED = List.of("memory", "io", "cpuset", "cpu");

    private final Path mount;
    private final GroupDirectories directories;

    V2ProcessGroups(Path mount, GroupDirectories directories) {
        this.mount = mount;
        this.directories = directories;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public boolean mayLimitReads() throws IOException {
        return words(mount.resolve("cgroup.controllers")).contains("io");
    }

    @Override
    public ProcessGroup create(String name, CpuList cpus) throws IOException {
        handDownControllers();
        Path group = mount.resolve(name);
        directories.create(group);
        try {
            Path cpuset = group.resolve("cpuset.cpus");
            if (Files.exists(cpuset)) {
                ControlFile.write(cpuset, cpus.toString());
            }
        } catch (IOException e) {
            directories.remove(group);
            throw e;
        }
        return new V2ProcessGroup(group, directories);
    }

    @Override
    public List<Long> removeStale() throws IOException {
        return stale().remove(List.of(mount));
    }

    @Override
    public List<Long> endStale() throws IOException {
        return stale().end(List.of(mount));
    }

    private StaleGroups stale() {
        return new StaleGroups(directories, pid -> ProcessHandle.of(pid).isPresent());
    }

    private void handDownControllers() throws IOException {
        Path control = mount.resolve("cgroup.subtree_control");
        List<String> offered = words(mount.resolve("cgroup.controllers"));
        List<String> handedDown = words(control);
        for (String controller : WANTED) {
            if (offered.contains(controller) && !handedDown.contains(controller)) {
                handDown(control, controller);
            }
        }
    }

    private static void handDown(Path control, String controller) throws IOException {
        try {
            ControlFile.write(control, "+" + controller);
        } catch (IOException e) {
            throw new IOException(
                    "the controller " + controller + " is not handed down by " + control.getParent()
                            + " (inside a container processes in that group prevent it): " + e.getMessage(),
                    e);
        }
    }

    private static List<String> words(Path file) throws IOException {
        return Arrays.asList(ControlFile.read(file).split("\\s+"));
    }
}
