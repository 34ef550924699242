package io.laio.http.network;

/** How a server accepts connections, receives and sends. Confined to the loop. */
public interface Network extends AutoCloseable {
    /**
     * Begins to accept connections.
     *
     * @param listener a listening, non-blocking socket; the caller closes it after {@link #stopListening}
     * @param acceptor gets what is accepted
     */
    void listen(int listener, Acceptor acceptor);

    /** Accepts nothing until {@link #resumeAccepting}; connections wait in the kernel's queue. Idempotent. */
    void pauseAccepting();

    /** Accepts again. Idempotent. */
    void resumeAccepting();

    /**
     * Ends accepting for good.
     *
     * @param stopped runs on the loop, later or inside this call, when nothing touches the listening socket any more
     */
    void stopListening(Runnable stopped);

    /**
     * Takes over an accepted connection.
     *
     * @param fd its descriptor, which the channel owns from now on
     * @param listener gets the answers
     * @return the channel
     * @throws ChannelRefusedException if the kernel has no memory for it
     */
    Channel open(int fd, ChannelListener listener);

    /** Frees what the network holds; called on the loop's thread, when every channel is closed. */
    @Override
    void close();

    /** Gets accepted connections; runs on the loop. */
    interface Acceptor {
        /**
         * A connection was accepted.
         *
         * @param fd its descriptor
         */
        void accepted(int fd);

        /**
         * Accepting failed.
         *
         * @param errno why, positive; {@code EMFILE} and {@code ENFILE} when descriptors ran out
         */
        void failed(int errno);
    }
}
