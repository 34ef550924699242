package io.laio.linux;

/**
 * {@code struct ucred} ({@code include/linux/socket.h} of Linux 6.18): who connected a Unix socket, as the kernel saw it then
 * (unix(7), {@code SO_PEERCRED}). The same on x86-64 and aarch64.
 */
public final class PeerCredentials {
    /** Size of the structure in bytes. */
    public static final int BYTES = 12;

    private static final int UID = 4;

    private PeerCredentials() {}

    /**
     * The process at the other end.
     *
     * @param credentials address of the structure
     * @return its id, 0 if it is outside of the caller's process-id namespace
     */
    public static int process(long credentials) {
        return Memory.getInt(credentials);
    }

    /**
     * The user at the other end.
     *
     * @param credentials address of the structure
     * @return the effective user's id
     */
    public static int user(long credentials) {
        return Memory.getInt(credentials + UID);
    }
}
