package io.laio.testbed.disk.device;

import io.laio.testbed.disk.DiskLayout;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.QueueSettings;
import io.laio.testbed.disk.WantedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is done to the machine for a disk. {@link LinuxMachine} does it; tests pretend to, and let any of it fail. */
interface DiskMachine {
    /** How a file system is taken out of the tree. */
    enum Unmount {
        /** Only if nobody uses it. */
        PLAIN,
        /** At once; whoever uses it may go on until he stops. What waits for FUSE fails. */
        FORCED
    }

    /** Makes the directories, and the image with all of its space. */
    void makeImage(DiskLayout layout, long sizeBytes) throws IOException;

    /** Starts the daemon, and returns when it answers. */
    void startDaemon(DiskState state) throws IOException, InterruptedException;

    /** A loop device that is free, or was a moment ago. */
    int freeLoop() throws IOException;

    /** Attaches a file to a loop device; false if another was faster. */
    boolean attachLoop(int loop, Path file) throws IOException;

    void setQueue(int loop, QueueSettings settings) throws IOException;

    void makeFileSystem(int loop, WantedDisk wanted) throws IOException, InterruptedException;

    void mount(int loop, Path directory) throws IOException;

    /** Switches the model on or off; fails if the daemon does not answer. */
    void pace(DiskState state, boolean on) throws IOException;

    /** How many requests the daemon has answered since it began; fails if it does not say. Any thread may ask. */
    long answered(DiskState state) throws IOException;

    /** How long a daemon may answer nothing while something waits for it in the kernel. */
    long patienceMillis();

    boolean isDaemonAlive(DiskState state) throws IOException;

    /** Lets the daemon end by itself, which it does once it is unmounted; kills it if it takes long. */
    void awaitDaemon(DiskState state) throws IOException, InterruptedException;

    /** Kills the daemon. What waits for it fails. Any thread may do it. */
    void killDaemon(DiskState state) throws IOException, InterruptedException;

    boolean isMounted(Path directory) throws IOException;

    /** Takes the topmost file system of a directory out of the tree. */
    void unmount(Path directory, Unmount how) throws IOException;

    /** The loop devices that have a file for content. */
    List<Integer> loopsOver(Path file) throws IOException;

    /** Takes a loop device's file away, at once or when nobody uses the device any more. */
    void detachLoop(int loop) throws IOException, InterruptedException;

    /** Deletes what {@link #makeImage} has made. */
    void removeFiles(DiskLayout layout, boolean directoryToo) throws IOException;
}
