package io.laio.examples;

import java.io.IOException;

/**
 * One job, done in three ways: who connects is sent the content of one file, and the connection is closed.
 *
 * <p>One thread serves all clients, however slowly they read. The file is opened anew for each of them.
 *
 * <p>A server belongs to the thread that made it; only {@link #stop} may be called from others. Its listening socket belongs to
 * the caller, who closes it after the server.
 */
interface FileServer extends AutoCloseable {
    /** How much of the file is in memory for each client, in bytes. */
    int CHUNK_BYTES = 64 << 10;

    /**
     * Serves until it is stopped.
     *
     * @throws IOException if no more clients can be accepted
     */
    void run() throws IOException;

    /** Ends {@link #run} soon, from any thread, also before it began. */
    void stop();

    /** Ends all connections and frees everything. */
    @Override
    void close();
}
