package io.laio.server.threads;

import io.laio.http.server.UnfitEnvironmentException;
import java.util.concurrent.CompletableFuture;

/** The threads that serve. All methods but {@link #ended} belong to the thread that accepts. */
interface Crew {
    /**
     * Makes sure that this machine has what they need.
     *
     * @throws UnfitEnvironmentException if it has not
     */
    void prepare() throws UnfitEnvironmentException;

    /**
     * Takes an accepted connection, or not.
     *
     * @param fd the connection, whose closing is the crew's business if it takes it
     * @return false if it is to be refused with 503
     */
    boolean admit(int fd);

    /**
     * Ends every connection after the response that is under way.
     *
     * @param gone runs, on any thread, when no thread serves any more
     */
    void stop(Runnable gone);

    /** Breaks off the connections that {@link #stop} has left. */
    void abort();

    /**
     * The end of all threads.
     *
     * @return completed when no thread serves any more, exceptionally if one failed
     */
    CompletableFuture<Boolean> ended();
}
