package io.laio.http.network;

/** Gets the answers of a channel's pending calls; runs on the loop. */
public interface ChannelListener {
    /**
     * A receive is done.
     *
     * @param result as of {@link Channel#receive}
     */
    void received(long result);

    /**
     * A send is done, wholly.
     *
     * @param result as of {@link Channel#send}
     */
    void sent(long result);

    /** The channel is gone, and no memory that was given to it is touched any more. */
    void closed();
}
