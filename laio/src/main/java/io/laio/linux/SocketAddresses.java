package io.laio.linux;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * {@code struct sockaddr_in} and {@code sockaddr_in6} ({@code include/uapi/linux/in.h}, {@code in6.h}): ports and
 * addresses in network byte order.
 */
public final class SocketAddresses {
    /** Enough for either structure, in bytes. */
    public static final int MAX_BYTES = 28;

    private static final int IN_BYTES = 16;
    private static final int IN6_BYTES = 28;
    private static final int IN6_SCOPE = 24;
    private static final int PORT = 2;
    private static final int IN_HOST = 4;
    private static final int IN6_HOST = 8;

    private SocketAddresses() {}

    /**
     * Fills a structure in.
     *
     * @param target address of {@link #MAX_BYTES} bytes
     * @param address what to write; resolved
     * @return the length of the structure in bytes
     */
    public static int put(long target, InetSocketAddress address) {
        byte[] bytes = address.getAddress().getAddress();
        boolean v4 = address.getAddress() instanceof Inet4Address;
        Memory.zero(target, MAX_BYTES);
        Memory.putShort(target, (short) (v4 ? Sockets.AF_INET : Sockets.AF_INET6));
        Memory.putByte(target + PORT, (byte) (address.getPort() >>> 8));
        Memory.putByte(target + PORT + 1, (byte) address.getPort());
        Memory.copy(bytes, 0, target + (v4 ? IN_HOST : IN6_HOST), bytes.length);
        if (address.getAddress() instanceof Inet6Address v6) {
            Memory.putInt(target + IN6_SCOPE, v6.getScopeId()); // which link a link-local address means
        }
        return v4 ? IN_BYTES : IN6_BYTES;
    }

    /**
     * Reads the port.
     *
     * @param source address of a structure
     * @return the port, 0 to 65,535
     */
    public static int port(long source) {
        return Byte.toUnsignedInt(Memory.getByte(source + PORT)) << 8
                | Byte.toUnsignedInt(Memory.getByte(source + PORT + 1));
    }

    /**
     * Reads the host.
     *
     * @param source address of a structure
     * @return the IP address
     */
    public static InetAddress host(long source) {
        boolean v4 = Memory.getShort(source) == Sockets.AF_INET;
        byte[] bytes = new byte[v4 ? 4 : 16];
        Memory.copy(source + (v4 ? IN_HOST : IN6_HOST), bytes, 0, bytes.length);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new AssertionError("4 and 16 bytes are legal", impossible);
        }
    }
}
