package io.laio.linux;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/**
 * {@code struct sockaddr_in} and {@code sockaddr_in6} ({@code include/uapi/linux/in.h}, {@code in6.h}): ports and
 * addresses in network byte order; and {@code sockaddr_un} ({@code include/uapi/linux/un.h}) with abstract names (unix(7)).
 */
public final class SocketAddresses {
    /** Enough for either structure, in bytes. */
    public static final int MAX_BYTES = 28;

    /** Enough for an abstract name that the kernel chose, in bytes. */
    public static final int MAX_UNIX_BYTES = 110;

    private static final int IN_BYTES = 16;
    private static final int UNIX_PATH = 2;
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

    /**
     * Fills in what makes bind(2) choose an abstract name that nobody else has: a family and no name.
     *
     * @param target address of {@link #MAX_UNIX_BYTES} bytes
     * @return the length of the structure in bytes
     */
    public static int putUnixAutobind(long target) {
        Memory.putShort(target, (short) Sockets.AF_UNIX);
        return UNIX_PATH;
    }

    /**
     * Fills in an abstract name.
     *
     * @param target address of {@link #MAX_UNIX_BYTES} bytes
     * @param name the name without the zero before it
     * @return the length of the structure in bytes
     * @throws IllegalArgumentException if the name is too long
     */
    public static int putUnixAbstract(long target, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int length = UNIX_PATH + 1 + bytes.length;
        if (length > MAX_UNIX_BYTES) {
            throw new IllegalArgumentException(bytes.length + " bytes are too long for a socket's name: " + name);
        }
        Memory.putShort(target, (short) Sockets.AF_UNIX);
        Memory.putByte(target + UNIX_PATH, (byte) 0);
        Memory.copy(bytes, 0, target + UNIX_PATH + 1, bytes.length);
        return length;
    }

    /**
     * Reads an abstract name.
     *
     * @param source address of a structure
     * @param length its length in bytes
     * @return the name without the zero before it, empty if there is none
     */
    public static String unixAbstract(long source, int length) {
        byte[] bytes = new byte[Math.max(0, length - UNIX_PATH - 1)];
        Memory.copy(source + UNIX_PATH + 1, bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
