package io.laio.http.network;

/**
 * One accepted connection's bytes. At most one receive and one send are under way at a time. Confined to the loop.
 *
 * <p>Both answer with a value, with a negated error number, or with {@link #PENDING}; then the listener is called once,
 * later, from the loop's dispatch and never inside the call. Memory given to a pending call stays valid until its listener
 * method or {@link ChannelListener#closed} was called.
 */
public interface Channel {
    /** The answer comes later. */
    long PENDING = Long.MIN_VALUE;

    /**
     * Receives what there is.
     *
     * @param address where to put the bytes
     * @param length how many bytes at most
     * @return bytes received, 0 when the client has finished, a negated error number, or {@link #PENDING}
     */
    long receive(long address, int length);

    /**
     * Sends two pieces of memory, everything of both unless one is part of a mapped file.
     *
     * <p>Pages of a mapping may be evicted at any time, and the kernel would wait for the disk in the middle of the send; and a
     * file that was cut short ends in zeros. So such a send must not be put off: it is tried once, inside this call, and what
     * the socket has no room for is left to the caller, who looks at the file again. It should go on with a piece in memory of
     * its own, which can wait for room.
     *
     * @param first the first piece's address
     * @param firstLength its length in bytes, 1 or more
     * @param second the second piece's address
     * @param secondLength its length in bytes, 0 if there is no second piece
     * @param mapped whether one of the pieces is part of a mapped file
     * @return the sum of both lengths, or fewer, down to 0, if {@code mapped}; a negated error number; or {@link #PENDING}
     */
    long send(long first, int firstLength, long second, int secondLength, boolean mapped);

    /** Tells the client that nothing more will be sent; receiving goes on. */
    void shutdownSending();

    /**
     * Closes the connection. What is pending ends without its listener method being called;
     * {@link ChannelListener#closed} is called, from the loop's dispatch or inside this call, when nothing touches the memory
     * any more.
     *
     * @param reset whether the client is told that the response is broken, by a reset instead of an orderly end
     */
    void close(boolean reset);
}
