package io.laio.testbed.disk.device;

import io.laio.linux.Linux;
import io.laio.linux.Mounting;
import io.laio.testbed.disk.DiskLayout;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.QueueSettings;
import io.laio.testbed.disk.WantedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * This machine. For the thread of its kernel, but what {@link Watchdog} does.
 *
 * @param linux the kernel
 * @param daemon how daemons are started and spoken to
 * @param patienceMillis how long a daemon may answer nothing while something waits for it
 */
record LinuxMachine(Linux linux, DaemonProcess daemon, long patienceMillis) implements DiskMachine {
    private static final long USUAL_PATIENCE_MILLIS = 30_000; // no model takes more than 10 s for a request
    private static final long LET_GO_SECONDS = 5;
    private static final long LOOK_MILLIS = 5;

    LinuxMachine(Linux linux, DaemonProcess daemon) {
        this(linux, daemon, USUAL_PATIENCE_MILLIS);
    }

    private LoopDevices loops() {
        return new LoopDevices(linux);
    }

    private MountTable mounts() {
        return new MountTable(linux);
    }

    @Override
    public void makeImage(DiskLayout layout, long sizeBytes) throws IOException {
        new ImageFiles(linux).make(layout, sizeBytes);
    }

    @Override
    public void startDaemon(DiskState state) throws IOException, InterruptedException {
        daemon.start(state);
    }

    @Override
    public int freeLoop() throws IOException {
        return loops().free();
    }

    @Override
    public boolean attachLoop(int loop, Path file) throws IOException {
        return loops().attach(loop, file);
    }

    @Override
    public void setQueue(int loop, QueueSettings settings) throws IOException {
        LoopDevices.setQueue(loop, settings);
    }

    @Override
    public void makeFileSystem(int loop, WantedDisk wanted) throws IOException, InterruptedException {
        Mkfs.installed().run(LoopDevices.device(loop), wanted);
    }

    @Override
    public void mount(int loop, Path directory) throws IOException {
        mounts().mountExt4(LoopDevices.device(loop), directory);
    }

    @Override
    public void pace(DiskState state, boolean on) throws IOException {
        daemon.control(state).pace(on);
    }

    @Override
    public long answered(DiskState state) throws IOException {
        return daemon.control(state).statistics().answered();
    }

    @Override
    public boolean isDaemonAlive(DiskState state) throws IOException {
        return daemon.isAlive(state);
    }

    @Override
    public void awaitDaemon(DiskState state) throws IOException, InterruptedException {
        daemon.awaitEnd(state);
    }

    @Override
    public void killDaemon(DiskState state) throws IOException, InterruptedException {
        daemon.kill(state);
    }

    @Override
    public boolean isMounted(Path directory) throws IOException {
        return MountTable.isMounted(directory);
    }

    /** By force, a FUSE connection is aborted: what waits for a hung daemon fails (fuse_umount_begin, Linux 6.18). */
    @Override
    public void unmount(Path directory, Unmount how) throws IOException {
        mounts().unmount(directory, how == Unmount.PLAIN ? 0 : Mounting.MNT_FORCE | Mounting.MNT_DETACH);
    }

    @Override
    public List<Integer> loopsOver(Path file) throws IOException {
        return LoopDevices.over(file);
    }

    /** The kernel lets go when the last who has it open closes it, perhaps a moment later: somebody may just look at it. */
    @Override
    public void detachLoop(int loop) throws IOException, InterruptedException {
        loops().detach(loop);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LET_GO_SECONDS);
        while (LoopDevices.hasContent(loop) && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    @Override
    public void removeFiles(DiskLayout layout, boolean directoryToo) throws IOException {
        new ImageFiles(linux).remove(layout, directoryToo);
    }
}
