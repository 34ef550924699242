package io.laio.testbed.disk;

import io.laio.testbed.disk.fuse.ImageNodes;
import java.nio.file.Path;

/**
 * What lies where in a disk's directory.
 *
 * @param directory the directory
 */
public record DiskLayout(Path directory) {
    /**
     * The disk's bytes, a file of the host.
     *
     * @return {@code disk.img}
     */
    public Path image() {
        return directory.resolve("disk.img");
    }

    /**
     * Where FUSE is mounted.
     *
     * @return {@code device}
     */
    public Path device() {
        return directory.resolve("device");
    }

    /**
     * The same bytes at the emulated disk's pace: the one file of FUSE.
     *
     * @return {@code device/disk}
     */
    public Path pacedImage() {
        return device().resolve(ImageNodes.FILE_NAME);
    }

    /**
     * Where the disk's own file system is mounted: the place for documents.
     *
     * @return {@code fs}
     */
    public Path fileSystem() {
        return directory.resolve("fs");
    }

    /**
     * What the daemon has said.
     *
     * @return {@code daemon.log}
     */
    public Path log() {
        return directory.resolve("daemon.log");
    }

    /**
     * A copy of the disk's state: the sign that the directory is ours to clear, also after a reboot.
     *
     * @return {@code disk.json}
     */
    public Path state() {
        return directory.resolve("disk.json");
    }
}
