package io.laio.lab.disk;

import java.io.IOException;

/** A device that is up, and something that reads it. For one thread. */
interface Bench extends AutoCloseable {
    /**
     * What reads.
     *
     * @return a program and its version
     * @throws IOException if it cannot be found out
     * @throws InterruptedException if the thread is interrupted
     */
    String reader() throws IOException, InterruptedException;

    /**
     * Carries a load out.
     *
     * @param load what is asked
     * @param extent how much
     * @param seed of the places
     * @return how it went
     * @throws IOException if a read failed
     * @throws InterruptedException if the thread is interrupted; nothing reads any more then
     */
    Measured measure(Load load, Extent extent, long seed) throws IOException, InterruptedException;

    /**
     * Takes the device away, also after an interrupt.
     *
     * @throws IOException if something stays; the message says what
     */
    @Override
    void close() throws IOException;
}
