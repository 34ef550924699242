package io.laio.comparison.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** A group of version 1: the same name in several hierarchies. */
final class V1ProcessGroup implements ProcessGroup {
    private static final long NANOS_PER_MICRO = 1_000;

    private final Map<String, Path> groups;
    private final Path memory;
    private final GroupRemoval removal;

    V1ProcessGroup(Map<String, Path> groups, GroupDirectories directories) {
        this.groups = new LinkedHashMap<>(groups);
        Path directory = groups.get("memory");
        if (directory == null) {
            throw new IllegalArgumentException("a group needs the memory controller, has " + groups.keySet());
        }
        memory = directory;
        removal = new GroupRemoval(directories);
    }

    @Override
    public void add(long pid) throws IOException {
        for (Path group : new LinkedHashSet<>(groups.values())) {
            ControlFile.write(group.resolve("cgroup.procs"), Long.toString(pid));
        }
    }

    @Override
    public List<Long> processes() throws IOException {
        return ControlFile.readProcesses(memory);
    }

    @Override
    public MemoryUse memory() throws IOException {
        Map<String, Long> stat = ControlFile.readTable(memory.resolve("memory.stat"));
        // "cache" counts shared memory too, which is the processes' own (memory.rst, 5.2).
        long sharedBytes = stat.getOrDefault("total_shmem", 0L);
        long ownBytes = stat.getOrDefault("total_rss", 0L) + sharedBytes + kernelBytes();
        return new MemoryUse(ownBytes, stat.getOrDefault("total_cache", 0L) - sharedBytes);
    }

    /** The file is missing where the kernel was built, or booted, without kernel memory accounting. */
    private long kernelBytes() throws IOException {
        Path file = memory.resolve("memory.kmem.usage_in_bytes");
        return Files.exists(file) ? ControlFile.readLong(file) : 0;
    }

    @Override
    public boolean limitMemory(long bytes) throws IOException {
        return ControlFile.writeLimit(memory.resolve("memory.limit_in_bytes"), bytes);
    }

    /** One line a device (blkio-controller.rst, "Throttling/Upper limit policy files"). */
    @Override
    public void limitReads(String device, ReadLimit limit) throws IOException {
        Path blkio = groups.get("blkio");
        if (blkio == null) {
            throw new IOException("reads cannot be limited: the controller blkio is not mounted");
        }
        if (limit.readsPerSecond().isPresent()) {
            write(blkio, "read_iops_device", device, limit.readsPerSecond().getAsLong());
        }
        if (limit.bytesPerSecond().isPresent()) {
            write(blkio, "read_bps_device", device, limit.bytesPerSecond().getAsLong());
        }
    }

    private static void write(Path blkio, String file, String device, long rate) throws IOException {
        ControlFile.write(blkio.resolve("blkio.throttle." + file), device + " " + rate);
    }

    @Override
    public long cpuMicros() throws IOException {
        Path accounting = groups.get("cpuacct");
        return accounting == null ? -1 : ControlFile.readLong(accounting.resolve("cpuacct.usage")) / NANOS_PER_MICRO;
    }

    /** The last line of the file, since Linux 4.13 (memory.rst, 10). */
    @Override
    public long outOfMemoryKills() throws IOException {
        return ControlFile.readTable(memory.resolve("memory.oom_control")).getOrDefault("oom_kill", 0L);
    }

    @Override
    public void close() throws IOException {
        removal.removeAll(new LinkedHashSet<>(groups.values()));
    }
}
