package io.laio.linux;

/**
 * {@code struct epoll_event}, and the constants of epoll and eventfd.
 *
 * <p>Source: {@code include/uapi/linux/eventpoll.h} of Linux 6.18. The structure is packed on x86-64 only
 * ({@code EPOLL_PACKED}).
 */
public final class Epoll {
    /** Size of the structure in bytes. */
    public static final int BYTES = Architecture.CURRENT == Architecture.X86_64 ? 12 : 16;

    /** Watch a descriptor. */
    public static final int EPOLL_CTL_ADD = 1;

    /** Watch it no more. */
    public static final int EPOLL_CTL_DEL = 2;

    /** Watch it for something else. */
    public static final int EPOLL_CTL_MOD = 3;

    /** There is something to read. */
    public static final int EPOLLIN = 0x1;

    /** There is room to write. */
    public static final int EPOLLOUT = 0x4;

    /** There is an error; always reported. */
    public static final int EPOLLERR = 0x8;

    /** Both directions are closed; always reported. */
    public static final int EPOLLHUP = 0x10;

    /** The peer sends no more. */
    public static final int EPOLLRDHUP = 0x2000;

    /** Report changes, not states. */
    public static final int EPOLLET = 1 << 31;

    /** Report once, until armed again. */
    public static final int EPOLLONESHOT = 1 << 30;

    /** Do not let a new program inherit the instance. */
    public static final int EPOLL_CLOEXEC = 0x80000;

    /** An eventfd that never blocks. */
    public static final int EFD_NONBLOCK = 0x800;

    /** An eventfd that a new program does not inherit. */
    public static final int EFD_CLOEXEC = 0x80000;

    private static final int DATA = Architecture.CURRENT == Architecture.X86_64 ? 4 : 8;

    private Epoll() {}

    /**
     * Fills the structure in.
     *
     * @param event its address
     * @param events {@code EPOLL*}
     * @param data what comes back with each event
     */
    public static void put(long event, int events, long data) {
        Memory.putInt(event, events);
        Memory.putLong(event + DATA, data);
    }

    /**
     * What happened.
     *
     * @param event address of the structure
     * @return {@code EPOLL*}
     */
    public static int events(long event) {
        return Memory.getInt(event);
    }

    /**
     * To whom it happened.
     *
     * @param event address of the structure
     * @return what {@link #put} was given
     */
    public static long data(long event) {
        return Memory.getLong(event + DATA);
    }
}
