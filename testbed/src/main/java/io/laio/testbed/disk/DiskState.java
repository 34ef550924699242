package io.laio.testbed.disk;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known about a disk to use it and to take it away, also after whoever made it was killed. Each stage is
 * written down before it begins, so what exists is at most what the stage says.
 *
 * @param wanted what was asked for
 * @param id names the disk among those of the machine
 * @param madeDirectory whether the directory was not there before
 * @param maker the process that brings it up
 * @param stage how far that has come
 * @param loop number of the loop device, null before there is one
 */
public record DiskState(
        WantedDisk wanted,
        String id,
        boolean madeDirectory,
        ProcessIdentity maker,
        Stage stage,
        @Nullable Integer loop) {
    /** The steps of bringing a disk up, in their order. */
    public enum Stage {
        /** Directories and the image are made. */
        IMAGE,
        /** The daemon starts and mounts FUSE. */
        DAEMON,
        /** The loop device is attached. */
        LOOP,
        /** The file system is made. */
        FORMAT,
        /** The kernel's queue is set. */
        QUEUE,
        /** The file system is mounted. */
        MOUNT,
        /** The disk can be used. */
        READY
    }

    /**
     * The next stage.
     *
     * @param next which one
     * @return a copy
     */
    public DiskState at(Stage next) {
        return new DiskState(wanted, id, madeDirectory, maker, next, loop);
    }

    /**
     * With a loop device, which it may get or not.
     *
     * @param number its number
     * @return a copy
     */
    public DiskState withLoop(int number) {
        return new DiskState(wanted, id, madeDirectory, maker, stage, number);
    }

    /**
     * What lies where.
     *
     * @return the disk's directory
     */
    public DiskLayout layout() {
        return new DiskLayout(Path.of(wanted.directory()));
    }
}
