package io.laio.comparison.contestant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A contestant's process and all that it started: its descendants, and whatever else is in its control group, such as a
 * helper whose parent has ended. Only these processes are ever signalled, each by its own id.
 */
public final class ProcessTree {
    private static final long PATIENCE_MILLIS = 5_000;
    private static final int KILL_ATTEMPTS = 400;
    private static final long PAUSE_NANOS = 5_000_000;
    private static final int UTIME = 11; // counted from the state, field 3 of proc_pid_stat(5), as 0
    private static final long MICROS_PER_TICK = 10_000; // USER_HZ is 100 on every architecture laio runs on

    private final ProcessHandle root;
    private final Placement placement;

    ProcessTree(ProcessHandle root, Placement placement) {
        this.root = root;
        this.placement = placement;
    }

    /**
     * The contestant's own process.
     *
     * @return its id
     */
    public long rootPid() {
        return root.pid();
    }

    /**
     * Whether the contestant still runs.
     *
     * @return false once its own process has ended
     */
    public boolean alive() {
        return root.isAlive();
    }

    /**
     * The helper processes: all but the contestant's own.
     *
     * @return their ids
     * @throws IOException if the kernel does not answer
     */
    public List<Long> helperPids() throws IOException {
        return helpers().map(ProcessHandle::pid).toList();
    }

    private Stream<ProcessHandle> helpers() throws IOException {
        return members().stream().filter(member -> member.pid() != root.pid());
    }

    /**
     * The CPU time of all processes that still run, kernel workers on their behalf included. Coarser than a control
     * group's figure (10 ms), and without what has already ended.
     *
     * @return microseconds, user and system
     * @throws IOException if the kernel does not answer
     */
    public long cpuMicros() throws IOException {
        long ticks = 0;
        for (ProcessHandle member : members()) {
            ticks += cpuTicks(Path.of("/proc", Long.toString(member.pid()), "stat"));
        }
        return ticks * MICROS_PER_TICK;
    }

    private static long cpuTicks(Path stat) throws IOException {
        try {
            String line = Files.readString(stat);
            // The program's name may hold blanks and brackets: fields are counted from behind it.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1]);
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    /**
     * The memory of the helper processes.
     *
     * @return the sum; zero if there are none
     * @throws IOException if the kernel does not answer
     */
    public HelperMemory helperMemory() throws IOException {
        HelperMemory sum = HelperMemory.NONE;
        for (ProcessHandle helper : helpers().toList()) {
            sum = sum.plus(memory(helper));
        }
        return sum;
    }

    private HelperMemory memory(ProcessHandle helper) throws IOException {
        try {
            return HelperMemory.read(Path.of("/proc", Long.toString(helper.pid()), "smaps_rollup"));
        } catch (IOException e) {
            if (runs(helper)) {
                throw e;
            }
            return HelperMemory.NONE; // it has ended meanwhile
        }
    }

    private Set<ProcessHandle> members() throws IOException {
        Set<ProcessHandle> members = new LinkedHashSet<>();
        if (runs(root)) {
            members.add(root);
        }
        root.descendants().filter(this::runs).forEach(members::add);
        for (long pid : placement.processes()) {
            ProcessHandle.of(pid).filter(this::runs).ifPresent(members::add);
        }
        return members;
    }

    /**
     * Java takes a zombie to be alive; but it has ended. Of our own child Java takes note at once; how long the parent of
     * another takes is not ours to wait for: in a container the first process may never do so.
     */
    private boolean runs(ProcessHandle process) {
        return process.isAlive()
                && (process.equals(root) || !isZombie(Path.of("/proc", Long.toString(process.pid()), "stat")));
    }

    private static boolean isZombie(Path stat) {
        try {
            String line = Files.readString(stat);
            return line.charAt(line.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException gone) {
            return false; // as the next look at whether it is alive will tell
        }
    }

    /** SIGTERM first, which lets a server finish what is in flight; SIGKILL for whoever is left after five seconds. */
    void end() throws IOException {
        Set<ProcessHandle> members = members();
        root.destroy();
        try {
            root.onExit().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Killed below: what is being ended must not outlive its run.
        }
        kill(members);
    }

    /** SIGKILL at once, for all. */
    void kill() throws IOException {
        kill(members());
    }

    /** Repeated, because a process may start another one just before it is killed. */
    private void kill(Set<ProcessHandle> known) throws IOException {
        Set<ProcessHandle> left = known;
        for (int attempt = 0; attempt < KILL_ATTEMPTS; attempt++) {
            left.removeIf(member -> !runs(member));
            left.addAll(members());
            if (left.isEmpty()) {
                return;
            }
            left.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IOException("processes "
                + left.stream().map(ProcessHandle::pid).toList() + " cannot be ended: they hang in the kernel");
    }
}
