package io.laio.linux;

/**
 * Constants of sockets.
 *
 * <p>Sources: {@code include/linux/socket.h}, {@code include/linux/net.h}, {@code include/uapi/asm-generic/socket.h} and
 * {@code include/uapi/linux/tcp.h} of Linux 6.18; the same on x86-64 and aarch64.
 */
public final class Sockets {
    /** Unix sockets. */
    public static final int AF_UNIX = 1;

    /** IPv4. */
    public static final int AF_INET = 2;

    /** IPv6. */
    public static final int AF_INET6 = 10;

    /** A byte stream. */
    public static final int SOCK_STREAM = 1;

    /** Messages in order, each sent and received whole or not at all; connected. */
    public static final int SOCK_SEQPACKET = 5;

    /** Calls fail with EAGAIN rather than block. */
    public static final int SOCK_NONBLOCK = 0x800;

    /** Not inherited by a new program. */
    public static final int SOCK_CLOEXEC = 0x80000;

    /** This call fails with EAGAIN rather than block. */
    public static final int MSG_DONTWAIT = 0x40;

    /** Do not signal a broken pipe. */
    public static final int MSG_NOSIGNAL = 0x4000;

    /** More data follows at once: do not send a partial segment. */
    public static final int MSG_MORE = 0x8000;

    /** Go on until everything is done. */
    public static final int MSG_WAITALL = 0x100;

    /** TCP: discard what is received instead of copying it. */
    public static final int MSG_TRUNC = 0x20;

    /** Leave the data in the socket. */
    public static final int MSG_PEEK = 0x2;

    /** A descriptor that comes with the message is not inherited by a new program. */
    public static final int MSG_CMSG_CLOEXEC = 0x40000000;

    /** No more receiving. */
    public static final int SHUT_RD = 0;

    /** No more sending. */
    public static final int SHUT_WR = 1;

    /** Neither. */
    public static final int SHUT_RDWR = 2;

    /** Options of any socket. */
    public static final int SOL_SOCKET = 1;

    /** May bind an address that lingers in TIME_WAIT. */
    public static final int SO_REUSEADDR = 2;

    /** The pending error, and clear it. */
    public static final int SO_ERROR = 4;

    /** Size of the send buffer in bytes. */
    public static final int SO_SNDBUF = 7;

    /** Size of the receive buffer in bytes. */
    public static final int SO_RCVBUF = 8;

    /** What closing does with unsent data; value: two ints, on and seconds. */
    public static final int SO_LINGER = 13;

    /** Who is at the other end of a Unix socket: a {@code struct ucred}, see {@link PeerCredentials}. */
    public static final int SO_PEERCRED = 17;

    /** How long receiving and accepting block before they fail with EAGAIN: two longs, seconds and microseconds. */
    public static final int SO_RCVTIMEO = 20;

    /** Tells whether a socket listens: an int. */
    public static final int SO_ACCEPTCONN = 30;

    /** Several sockets share a port. */
    public static final int SO_REUSEPORT = 15;

    /** Options of TCP. */
    public static final int IPPROTO_TCP = 6;

    /** Options of IPv6. */
    public static final int IPPROTO_IPV6 = 41;

    /** Only IPv6, not IPv4 in IPv6. */
    public static final int IPV6_V6ONLY = 26;

    /** Send small segments at once. */
    public static final int TCP_NODELAY = 1;

    /** Acknowledge at once. */
    public static final int TCP_QUICKACK = 12;

    private Sockets() {}
}
