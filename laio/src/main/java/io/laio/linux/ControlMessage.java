package io.laio.linux;

/**
 * {@code struct cmsghdr} ({@code include/linux/socket.h} of Linux 6.18) with one descriptor: how a Unix socket passes one to
 * another process (unix(7), {@code SCM_RIGHTS}; cmsg(3)). The same on x86-64 and aarch64.
 *
 * <p>The receiver gets a descriptor of its own for the same open file. Who sends keeps its own, and may close it at once.
 */
public final class ControlMessage {
    /** Size of a control message with one descriptor, padding included: {@code CMSG_SPACE(sizeof(int))}. */
    public static final int BYTES = 24;

    /** Passes descriptors. */
    public static final int SCM_RIGHTS = 1;

    private static final int LEVEL = 8;
    private static final int TYPE = 12;
    private static final int DATA = 16;
    private static final int ONE_DESCRIPTOR_BYTES = 20; // CMSG_LEN(sizeof(int))

    private ControlMessage() {}

    /**
     * Fills the structure in.
     *
     * @param message address of {@link #BYTES} bytes
     * @param fd the descriptor to pass
     */
    public static void putDescriptor(long message, int fd) {
        Memory.putLong(message, ONE_DESCRIPTOR_BYTES);
        Memory.putInt(message + LEVEL, Sockets.SOL_SOCKET);
        Memory.putInt(message + TYPE, SCM_RIGHTS);
        Memory.putInt(message + DATA, fd);
        Memory.putInt(message + ONE_DESCRIPTOR_BYTES, 0);
    }

    /**
     * Reads the descriptor that came.
     *
     * @param message address of {@link #BYTES} bytes
     * @param received how many of them the call filled in, see {@link MessageHeader#controlLength}
     * @return the descriptor, which the caller closes; -1 if there is none
     */
    public static int descriptor(long message, long received) {
        boolean one = received >= ONE_DESCRIPTOR_BYTES
                && Memory.getLong(message) >= ONE_DESCRIPTOR_BYTES
                && Memory.getInt(message + LEVEL) == Sockets.SOL_SOCKET
                && Memory.getInt(message + TYPE) == SCM_RIGHTS;
        return one ? Memory.getInt(message + DATA) : -1;
    }
}
