package io.laio.http.network;

import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.Sockets;

/** Options of accepted sockets. */
public final class SocketOptions {
    /** Memory that the methods need, in bytes. */
    public static final int SCRATCH_BYTES = 8;

    private SocketOptions() {}

    /**
     * Lets the close send a reset, so that the client knows that the response is broken: lingering for zero seconds
     * (socket(7), SO_LINGER).
     *
     * @param linux the kernel
     * @param fd a connected socket
     * @param scratch address of {@link #SCRATCH_BYTES} bytes
     */
    public static void resetOnClose(Linux linux, int fd, long scratch) {
        Memory.putInt(scratch, 1);
        Memory.putInt(scratch + 4, 0);
        linux.setsockopt(fd, Sockets.SOL_SOCKET, Sockets.SO_LINGER, scratch, SCRATCH_BYTES);
    }

    /**
     * Sends small segments at once (tcp(7), TCP_NODELAY): a response is handed over whole, so waiting for more of it only
     * costs time.
     *
     * @param linux the kernel
     * @param fd a connected socket
     * @param scratch address of {@link #SCRATCH_BYTES} bytes
     */
    public static void sendAtOnce(Linux linux, int fd, long scratch) {
        Memory.putInt(scratch, 1);
        linux.setsockopt(fd, Sockets.IPPROTO_TCP, Sockets.TCP_NODELAY, scratch, Integer.BYTES);
    }
}
