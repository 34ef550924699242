package io.laio.http.network;

/** Watches descriptors, and tells their handlers on the loop what has become possible: edge-triggered, changes only. */
public interface Readiness {
    /**
     * Watches a descriptor.
     *
     * @param fd the descriptor
     * @param interest {@code EPOLL*}
     * @param handler gets the events
     * @throws ChannelRefusedException if the kernel has no memory for it, or the user watches too many
     */
    void add(int fd, int interest, EpollPoller.ReadinessHandler handler);

    /**
     * Asks for a watched descriptor's events once more, in the next wait, if it still is ready: for a handler that stopped
     * before it had found it empty (epoll_ctl(2): EPOLL_CTL_MOD looks at the state again).
     *
     * @param fd the descriptor
     * @param interest as it was added
     */
    void again(int fd, int interest);

    /**
     * Watches a descriptor no more; to be called just before it is closed, which takes it out of the kernel's set.
     *
     * @param fd the descriptor
     */
    void forget(int fd);
}
