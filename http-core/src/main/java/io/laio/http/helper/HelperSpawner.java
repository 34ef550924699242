package io.laio.http.helper;

/**
 * Starts helpers, and carries requests to them: all in which servers with helper processes and with helper threads differ. One a
 * loop; called on the loop's thread only, where it must not block.
 */
public interface HelperSpawner extends AutoCloseable {
    /**
     * Begins to start a helper, and returns at once.
     *
     * @param kind what it is to do
     * @param listener hears of this one helper, from the loop's dispatch and never inside this call; a start that takes too
     *     long must be given up, and told as {@link HelperListener#lost}
     */
    void spawn(HelperKind kind, HelperListener listener);

    /**
     * Ends every helper, whatever it is doing, without waiting for it; no listener hears of anything from now on. What a helper
     * may still touch (its scratch memory, its end of the transport) is freed when it has ended.
     */
    @Override
    void close();
}
