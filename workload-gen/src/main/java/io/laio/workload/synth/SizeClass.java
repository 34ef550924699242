package io.laio.workload.synth;

/** The classes of files by size that the study's table is about (PAPER.md, section 3). */
public enum SizeClass {
    /** Up to 8 KB. */
    SMALL(".html"),
    /** Above 8 KB and up to 256 KB. */
    MEDIUM(".jpg"),
    /** Above 256 KB. */
    LARGE(".zip");

    /** The largest small file in the study's table, in bytes. */
    public static final long SMALL_MAX_BYTES = 8 << 10;

    /** The largest medium file in the study's table, in bytes. */
    public static final long MEDIUM_MAX_BYTES = 256 << 10;

    private final String extension;

    SizeClass(String extension) {
        this.extension = extension;
    }

    /**
     * Tells which class of the study's table a file is in.
     *
     * @param sizeBytes its size
     * @return its class
     */
    public static SizeClass of(long sizeBytes) {
        if (sizeBytes <= SMALL_MAX_BYTES) {
            return SMALL;
        }
        return sizeBytes <= MEDIUM_MAX_BYTES ? MEDIUM : LARGE;
    }

    /** What the names of synthetic files of this class end in, so that servers send a likely media type. */
    String extension() {
        return extension;
    }
}
