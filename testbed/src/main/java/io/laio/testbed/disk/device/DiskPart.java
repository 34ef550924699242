package io.laio.testbed.disk.device;

/** What a disk is made of, as far as it can be seen on the machine. */
public enum DiskPart {
    /** The process that serves it. */
    DAEMON("a daemon"),
    /** Its file system, mounted. */
    FILE_SYSTEM("a mounted file system"),
    /** Its loop device. */
    LOOP_DEVICE("a loop device"),
    /** Its FUSE, mounted. */
    FUSE("a FUSE mount"),
    /** The file with its bytes. */
    IMAGE("an image");

    private final String words;

    DiskPart(String words) {
        this.words = words;
    }

    /**
     * For a message.
     *
     * @return what it is, with its article
     */
    public String words() {
        return words;
    }
}
