package io.laio.testbed.disk.model.harddisk;

import java.util.Collection;

/** Requests of which any may be served next, and which one is. Always asked while there is one. */
interface Choice {
    /** The requests, kept so that the best is found fast: who arrives is added, who is served is removed. */
    Collection<Waiting> waiting();

    /**
     * The one to serve next; it stays until it is removed.
     *
     * @param drive the drive as it is now
     * @param sweptToBytes where the last request served began
     * @param nowNanos the time
     */
    Waiting best(Drive drive, long sweptToBytes, long nowNanos);
}
