package io.laio.http.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What serves: event loops, or threads, or processes. Methods may be called from any thread. */
public interface Workforce {
    /**
     * Begins to serve; it serves when this returns.
     *
     * @throws UnfitEnvironmentException if the machine cannot run it; what was started by then is stopped by the caller
     */
    void start() throws UnfitEnvironmentException;

    /**
     * Begins to stop: nothing new is accepted, what is under way is finished up to the deadline of the options. Stopping what
     * did not start, or twice, does nothing more.
     */
    void stop();

    /**
     * The ends of all that was started.
     *
     * @return a future each, completed when it is over and holds nothing any more: true if every connection had come to its
     *     end; exceptionally if it failed
     */
    List<CompletableFuture<Boolean>> ends();

    /**
     * What carries out its asynchronous calls.
     *
     * @return the engine's name, {@code none} if there are no asynchronous calls; all of them, joined by {@code +}, if its
     *     loops could not have the same
     */
    default String engine() {
        return "none";
    }

    /**
     * Why a loop has another engine than was preferred.
     *
     * @return the reason; empty if all have what was preferred
     */
    default String engineReason() {
        return "";
    }
}
