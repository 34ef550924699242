package io.laio.comparison.cgroup;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the control group file systems are mounted.
 *
 * @param v1 mount point of each wanted controller of version 1; several may share one
 * @param v2 mount point of version 2
 */
record CgroupMounts(Map<String, Path> v1, Optional<Path> v2) {
    /** The controllers of version 1 that a contestant's group uses, the indispensable one first. */
    static final List<String> V1_CONTROLLERS = List.of("memory", "cpuset", "cpuacct", "blkio");

    private static final int MOUNT_POINT = 4;

    /**
     * Reads {@code /proc/self/mountinfo}: fields 5 (mount point) and, after a lone dash, type, source and super block
     * options, which name the controllers of version 1 (proc_pid_mountinfo(5)).
     */
    static CgroupMounts parse(List<String> mountinfo) {
        Map<String, Path> v1 = new LinkedHashMap<>();
        Path v2 = null;
        for (String line : mountinfo) {
            int dash = line.indexOf(" - ");
            if (dash < 0) {
                continue;
            }
            String[] tail = line.substring(dash + 3).split(" ", -1);
            Path mountPoint = Path.of(unescape(line.split(" ", -1)[MOUNT_POINT]));
            if (tail[0].equals("cgroup2") && v2 == null) {
                v2 = mountPoint;
            } else if (tail[0].equals("cgroup")) {
                List<String> options = List.of(tail[tail.length - 1].split(","));
                V1_CONTROLLERS.stream().filter(options::contains).forEach(name -> v1.putIfAbsent(name, mountPoint));
            }
        }
        return new CgroupMounts(v1, Optional.ofNullable(v2));
    }

    /** Blanks and a few others are written as three octal digits. */
    private static String unescape(String path) {
        return path.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
