package io.laio.linux;

/** {@code struct msghdr} ({@code include/linux/socket.h}, {@code user_msghdr}): the same on both architectures. */
public final class MessageHeader {
    /** Size of the structure in bytes. */
    public static final int BYTES = 56;

    private static final int IOV = 16;
    private static final int IOV_LENGTH = 24;

    private MessageHeader() {}

    /**
     * Fills the structure in for a connected socket: no name, no control data.
     *
     * @param header its address
     * @param vectors address of an array of {@code struct iovec}
     * @param count how many vectors
     */
    public static void put(long header, long vectors, int count) {
        for (int field = 0; field < BYTES; field += Long.BYTES) {
            Memory.putLong(header + field, 0);
        }
        Memory.putLong(header + IOV, vectors);
        Memory.putLong(header + IOV_LENGTH, count);
    }
}
