package io.laio.testbed.disk.device;

import io.laio.testbed.disk.DiskLayout;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.DiskState.Stage;
import io.laio.testbed.disk.QueueSettings;
import io.laio.testbed.disk.WantedDisk;
import io.laio.testbed.disk.device.FakeMachine.Killed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A real machine on which whoever brings a disk up is cut off when the work of a stage is done, and not written down. */
record MortalMachine(DiskMachine real, Stage last) implements DiskMachine {
    private void mayDie(Stage done) {
        if (done == last) {
            throw new Killed();
        }
    }

    @Override
    public void makeImage(DiskLayout layout, long sizeBytes) throws IOException {
        real.makeImage(layout, sizeBytes);
        mayDie(Stage.IMAGE);
    }

    @Override
    public void startDaemon(DiskState state) throws IOException, InterruptedException {
        real.startDaemon(state);
        mayDie(Stage.DAEMON);
    }

    @Override
    public int freeLoop() throws IOException {
        return real.freeLoop();
    }

    @Override
    public boolean attachLoop(int loop, Path file) throws IOException {
        boolean attached = real.attachLoop(loop, file);
        mayDie(Stage.LOOP);
        return attached;
    }

    @Override
    public void setQueue(int loop, QueueSettings settings) throws IOException {
        real.setQueue(loop, settings);
        mayDie(Stage.QUEUE);
    }

    @Override
    public void makeFileSystem(int loop, WantedDisk wanted) throws IOException, InterruptedException {
        real.makeFileSystem(loop, wanted);
        mayDie(Stage.FORMAT);
    }

    @Override
    public void mount(int loop, Path directory) throws IOException {
        real.mount(loop, directory);
        mayDie(Stage.MOUNT);
    }

    @Override
    public void pace(DiskState state, boolean on) throws IOException {
        real.pace(state, on);
        mayDie(Stage.READY);
    }

    @Override
    public long answered(DiskState state) throws IOException {
        return real.answered(state);
    }

    @Override
    public long patienceMillis() {
        return real.patienceMillis();
    }

    @Override
    public boolean isDaemonAlive(DiskState state) throws IOException {
        return real.isDaemonAlive(state);
    }

    @Override
    public void awaitDaemon(DiskState state) throws IOException, InterruptedException {
        real.awaitDaemon(state);
    }

    @Override
    public void killDaemon(DiskState state) throws IOException, InterruptedException {
        real.killDaemon(state);
    }

    @Override
    public boolean isMounted(Path directory) throws IOException {
        return real.isMounted(directory);
    }

    @Override
    public void unmount(Path directory, Unmount how) throws IOException {
        real.unmount(directory, how);
    }

    @Override
    public List<Integer> loopsOver(Path file) throws IOException {
        return real.loopsOver(file);
    }

    @Override
    public void detachLoop(int loop) throws IOException, InterruptedException {
        real.detachLoop(loop);
    }

    @Override
    public void removeFiles(DiskLayout layout, boolean directoryToo) throws IOException {
        real.removeFiles(layout, directoryToo);
    }
}
