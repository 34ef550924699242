package io.laio.comparison.cgroup;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A container's group while one contestant runs in it. Its limit is the container's and cannot be moved from inside; ballast takes what
 * lies above the limit asked for, so that the contestant has just as much as under that limit.
 */
final class ContainerGroup implements ProcessGroup {
    private static final long NANOS_PER_MICRO = 1_000;

    private final ProcessGroup inside;
    private final long limitBytes;
    private final Ballast ballast;
    private final long earlierKills;

    ContainerGroup(ProcessGroup inside, long limitBytes, Ballast ballast) throws IOException {
        this.inside = inside;
        this.limitBytes = limitBytes;
        this.ballast = ballast;
        earlierKills = inside.outOfMemoryKills();
    }

    /** What is started in a container is in its group. */
    @Override
    public void add(long pid) {
        // it is there already
    }

    /** None: this process is in the group too, and whoever asks means to end what it is told. */
    @Override
    public List<Long> processes() {
        return List.of();
    }

    @Override
    public MemoryUse memory() throws IOException {
        MemoryUse use = inside.memory();
        return new MemoryUse(use.ownBytes() - ballast.bytes(), use.pageCacheBytes());
    }

    /** Above the container's own limit there is nothing to fill: then the page cache stays smaller, and the run's judge says so. */
    @Override
    public boolean limitMemory(long bytes) throws IOException {
        ballast.hold(Math.max(0, limitBytes - bytes));
        return true;
    }

    @Override
    public void limitReads(String device, ReadLimit limit) throws IOException {
        throw new IOException("reads cannot be limited from inside a container");
    }

    @Override
    public long cpuMicros() throws IOException {
        long all = inside.cpuMicros();
        Duration own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return all < 0 ? all : all - own.toNanos() / NANOS_PER_MICRO;
    }

    @Override
    public long outOfMemoryKills() throws IOException {
        return inside.outOfMemoryKills() - earlierKills;
    }

    /** Only the ballast goes. */
    @Override
    public void close() throws IOException {
        ballast.close();
    }
}
