package io.laio.server.amted;

import io.laio.http.network.EpollPoller;
import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Messages of threads to the loop, which an eventfd in its epoll set wakes: once for all that come before it looks. The
 * descriptor is edge-triggered and never read (its counter would overflow after 2^64 wake-ups): every write is an edge.
 *
 * <p>Senders may outlive the loop, since a thread that the disk keeps cannot be ended: whoever leaves last closes the descriptor.
 */
final class LoopInbox implements AutoCloseable {
    private final Linux linux;
    private final EpollPoller poller;
    private final MessageQueue queue = new MessageQueue();
    private final NativeBuffer one = new NativeBuffer(Long.BYTES);
    private final int eventfd;

    /** The loop, and every sender. */
    private final AtomicInteger users = new AtomicInteger(1);

    /**
     * Opens an inbox.
     *
     * @param linux the kernel, as seen by the loop's thread
     * @param poller the loop's poller
     * @throws IllegalStateException if the kernel refuses
     */
    LoopInbox(Linux linux, EpollPoller poller) {
        this.linux = linux;
        this.poller = poller;
        this.eventfd = linux.eventfd(0, Epoll.EFD_NONBLOCK | Epoll.EFD_CLOEXEC);
        if (eventfd < 0) {
            throw new IllegalStateException("eventfd2: " + Errno.describe(-eventfd));
        }
        Memory.putLong(one.address(), 1);
        poller.add(eventfd, Epoll.EPOLLIN, events -> deliver());
    }

    private void deliver() {
        Message next = queue.takeAll();
        while (next != null) {
            Message message = next;
            next = message.next; // it may be on its way again once it was delivered
            message.delivered();
        }
    }

    /** Announces a sender; called on the loop's thread. */
    void enter() {
        users.incrementAndGet();
    }

    /**
     * Sends a message to the loop; called by a sender between {@link #enter} and {@link #leave}.
     *
     * @param sendersLinux the kernel, as seen by the calling thread
     */
    void send(Message message, Linux sendersLinux) {
        if (queue.add(message)) {
            sendersLinux.write(eventfd, one.address(), Long.BYTES);
        }
    }

    /**
     * A sender, or the loop, uses the inbox no more.
     *
     * @param leaversLinux the kernel, as seen by the calling thread
     */
    void leave(Linux leaversLinux) {
        if (users.decrementAndGet() == 0) {
            leaversLinux.close(eventfd);
            one.close();
        }
    }

    /** Delivers nothing any more; called on the loop's thread. */
    @Override
    public void close() {
        poller.forget(eventfd);
        leave(linux);
    }
}
