package io.laio.comparison.cgroup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A group of version 2. */
final class V2ProcessGroup implements ProcessGroup {
    private final Path group;
    private final GroupRemoval removal;

    V2ProcessGroup(Path group, GroupDirectories directories) {
        this.group = group;
        removal = new GroupRemoval(directories);
    }

    @Override
    public void add(long pid) throws IOException {
        ControlFile.write(group.resolve("cgroup.procs"), Long.toString(pid));
    }

    @Override
    public List<Long> processes() throws IOException {
        return ControlFile.readProcesses(group);
    }

    @Override
    public MemoryUse memory() throws IOException {
        Map<String, Long> stat = ControlFile.readTable(group.resolve("memory.stat"));
        // "file" counts tmpfs and shared memory too; "kernel" exists from Linux 5.18 on, "sock" is beside it.
        long sharedBytes = stat.getOrDefault("shmem", 0L);
        long ownBytes = stat.getOrDefault("anon", 0L) + sharedBytes + kernelBytes(stat) + stat.getOrDefault("sock", 0L);
        return new MemoryUse(ownBytes, stat.getOrDefault("file", 0L) - sharedBytes);
    }

    private static long kernelBytes(Map<String, Long> stat) {
        Long kernel = stat.get("kernel");
        if (kernel != null) {
            return kernel;
        }
        return stat.getOrDefault("kernel_stack", 0L)
                + stat.getOrDefault("pagetables", 0L)
                + stat.getOrDefault("percpu", 0L)
                + stat.getOrDefault("slab", 0L);
    }

    @Override
    public boolean limitMemory(long bytes) throws IOException {
        return ControlFile.writeLimit(group.resolve("memory.max"), bytes);
    }

    /** Keys that are not written keep their value, "max" (cgroup-v2.rst, "IO Interface Files", io.max). */
    @Override
    public void limitReads(String device, ReadLimit limit) throws IOException {
        StringBuilder line = new StringBuilder(device);
        limit.readsPerSecond().ifPresent(reads -> line.append(" riops=").append(reads));
        limit.bytesPerSecond().ifPresent(bytes -> line.append(" rbps=").append(bytes));
        ControlFile.write(group.resolve("io.max"), line.toString());
    }

    @Override
    public long cpuMicros() throws IOException {
        return ControlFile.readTable(group.resolve("cpu.stat")).getOrDefault("usage_usec", -1L);
    }

    @Override
    public long outOfMemoryKills() throws IOException {
        return ControlFile.readTable(group.resolve("memory.events")).getOrDefault("oom_kill", 0L);
    }

    @Override
    public void close() throws IOException {
        removal.removeAll(List.of(group));
    }
}
