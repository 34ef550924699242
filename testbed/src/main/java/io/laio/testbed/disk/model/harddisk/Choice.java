package io.laio.testbed.disk.model.harddisk;

/** Requests of which any may be served next, and which one is. Always asked while there is one. */
interface Choice {
    /** One more arrives. */
    void add(Waiting waiting);

    /** One is not to be chosen any more. */
    void remove(Waiting waiting);

    /** Whether there is none. */
    boolean isEmpty();

    /**
     * The one to serve next; it stays until it is removed.
     *
     * @param drive the drive as it is now
     * @param sweptToBytes where the last request served began
     * @param nowNanos the time
     */
    Waiting best(Drive drive, long sweptToBytes, long nowNanos);
}
