package io.laio.testbed.disk.device;

import io.laio.testbed.disk.DiskLayout;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.QueueSettings;
import io.laio.testbed.disk.WantedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * A machine that remembers what was done to it, and at a chosen step fails or is cut off, before the step has had its effect
 * or after.
 */
final class FakeMachine implements DiskMachine {
    /** As if the process had been killed: nobody catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** What happens at the chosen step. */
    enum Accident {
        FAILS_BEFORE,
        FAILS_AFTER,
        KILLED_BEFORE,
        KILLED_AFTER,
        INTERRUPTED
    }

    final Set<Path> mounted = new HashSet<>();
    final Map<Integer, Path> loops = new HashMap<>();
    final List<String> log = new ArrayList<>();
    boolean files;
    boolean daemon;
    boolean paced;

    // What makes taking down harder.
    boolean daemonSilent;
    boolean inUse;
    boolean unmountHangs; // until the daemon is dead
    int answersBeforeSilence;
    int stolenLoops;
    int interruptsWhileDetaching;

    private final CountDownLatch daemonKilled = new CountDownLatch(1);
    private long answers;
    private int stepsLeft = Integer.MAX_VALUE;
    private Accident accident = Accident.FAILS_BEFORE;

    FakeMachine withAccident(int step, Accident what) {
        stepsLeft = step;
        accident = what;
        return this;
    }

    boolean isClean() {
        return mounted.isEmpty() && loops.isEmpty() && !files && !daemon;
    }

    /** A step, with its effect. */
    private void step(String name, Runnable effect) throws IOException {
        log.add(name);
        boolean now = stepsLeft-- == 0;
        if (now && accident == Accident.FAILS_BEFORE) {
            throw new IOException(name + " fails");
        }
        if (now && accident == Accident.KILLED_BEFORE) {
            throw new Killed();
        }
        effect.run();
        if (now && accident == Accident.FAILS_AFTER) {
            throw new IOException(name + " fails late");
        }
        if (now && accident == Accident.KILLED_AFTER) {
            throw new Killed();
        }
        if (now) {
            Thread.currentThread().interrupt();
        }
    }

    private static void mayBeInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("told to stop");
        }
    }

    @Override
    public void makeImage(DiskLayout layout, long sizeBytes) throws IOException {
        step("makeImage", () -> files = true);
    }

    @Override
    public void startDaemon(DiskState state) throws IOException, InterruptedException {
        mayBeInterrupted();
        step("startDaemon", () -> {
            daemon = true;
            mounted.add(state.layout().device());
        });
    }

    @Override
    public int freeLoop() throws IOException {
        step("freeLoop", () -> {});
        return 5 + loops.size();
    }

    @Override
    public boolean attachLoop(int loop, Path file) throws IOException {
        boolean stolen = stolenLoops-- > 0;
        step("attachLoop", () -> {
            if (!stolen) {
                loops.put(loop, file);
            }
        });
        return !stolen;
    }

    @Override
    public void setQueue(int loop, QueueSettings settings) throws IOException {
        step("setQueue", () -> {});
    }

    @Override
    public void makeFileSystem(int loop, WantedDisk wanted) throws IOException, InterruptedException {
        mayBeInterrupted();
        step("makeFileSystem", () -> {});
    }

    @Override
    public void mount(int loop, Path directory) throws IOException {
        step("mount", () -> mounted.add(directory));
    }

    @Override
    public void pace(DiskState state, boolean on) throws IOException {
        step("pace", () -> paced = on);
        if (daemonSilent) {
            throw new IOException("no answer");
        }
    }

    @Override
    public long answered(DiskState state) {
        return answersBeforeSilence-- > 0 ? ++answers : answers;
    }

    @Override
    public long patienceMillis() {
        return unmountHangs ? 1 : Integer.MAX_VALUE;
    }

    @Override
    public boolean isDaemonAlive(DiskState state) {
        return daemon;
    }

    @Override
    public void awaitDaemon(DiskState state) throws IOException, InterruptedException {
        mayBeInterrupted();
        step("awaitDaemon", () -> daemon = false);
    }

    @Override
    public void killDaemon(DiskState state) throws IOException {
        step("killDaemon", () -> {
            daemon = false;
            daemonSilent = false;
        });
        daemonKilled.countDown();
    }

    @Override
    public boolean isMounted(Path directory) {
        return mounted.contains(directory);
    }

    @Override
    public void unmount(Path directory, Unmount how) throws IOException {
        if (daemonSilent) {
            throw new Killed(); // it would wait for ever
        }
        if (unmountHangs && daemon) {
            awaitUninterrupted(daemonKilled);
        }
        if (inUse && how == Unmount.PLAIN) {
            throw new IOException("busy");
        }
        boolean isDevice = directory.endsWith("device");
        if (isDevice && !loops.isEmpty() && how == Unmount.PLAIN) {
            throw new IOException("busy");
        }
        step("unmount", () -> mounted.remove(directory));
    }

    /** As a call in the kernel waits. */
    private static void awaitUninterrupted(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<Integer> loopsOver(Path file) {
        return loops.keySet().stream()
                .filter(loop -> file.equals(loops.get(loop)))
                .toList();
    }

    @Override
    public void detachLoop(int loop) throws IOException, InterruptedException {
        if (interruptsWhileDetaching-- > 0) {
            throw new InterruptedException("told to stop, again");
        }
        mayBeInterrupted();
        step("detachLoop", () -> loops.remove(loop));
    }

    @Override
    public void removeFiles(DiskLayout layout, boolean directoryToo) throws IOException {
        if (!mounted.isEmpty()) {
            throw new IllegalStateException("would delete what is mounted");
        }
        step("removeFiles", () -> files = false);
    }
}
