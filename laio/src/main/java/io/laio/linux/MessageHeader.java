package io.laio.linux;

/** {@code struct msghdr} ({@code include/linux/socket.h}, {@code user_msghdr}): the same on both architectures. */
public final class MessageHeader {
    /** Size of the structure in bytes. */
    public static final int BYTES = 56;

    /** Size of a {@code struct mmsghdr}: a header, the message's length, and padding. */
    public static final int WITH_LENGTH_BYTES = 64;

    private static final int IOV = 16;
    private static final int IOV_LENGTH = 24;
    private static final int CONTROL = 32;
    private static final int CONTROL_LENGTH = 40;

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

    /**
     * Adds control data: what is sent along with a message, or room for what comes along. Receiving overwrites the length.
     *
     * @param header its address
     * @param control address of one or more {@code struct cmsghdr}, see {@link ControlMessage}; 0 for none
     * @param length how many bytes
     */
    public static void putControl(long header, long control, long length) {
        Memory.putLong(header + CONTROL, control);
        Memory.putLong(header + CONTROL_LENGTH, length);
    }

    /**
     * How much control data came along.
     *
     * @param header its address
     * @return bytes that the call filled in
     */
    public static long controlLength(long header) {
        return Memory.getLong(header + CONTROL_LENGTH);
    }

    /**
     * Points a header to other memory; name, control data and flags stay.
     *
     * @param header its address
     * @param vectors address of an array of {@code struct iovec}
     * @param count how many vectors
     */
    public static void replaceVectors(long header, long vectors, int count) {
        Memory.putLong(header + IOV, vectors);
        Memory.putLong(header + IOV_LENGTH, count);
    }

    /**
     * Where a header's vectors are.
     *
     * @param header its address
     * @return address of an array of {@code struct iovec}
     */
    public static long vectors(long header) {
        return Memory.getLong(header + IOV);
    }

    /**
     * How many vectors a header has.
     *
     * @param header its address
     * @return how many
     */
    public static long vectorCount(long header) {
        return Memory.getLong(header + IOV_LENGTH);
    }
}
