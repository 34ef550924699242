package io.laio.simulation;

import org.jspecify.annotations.Nullable;

/** A descriptor of the program, and what the program knows of it. */
final class Subject {
    final int fd;
    final Description description;
    final @Nullable Peer peer;

    @Nullable
    Act inbound; // in flight: receive, read, accept

    @Nullable
    Act outbound; // in flight: send, write, connect, sync

    boolean closing;
    boolean inboundLost; // nobody knows how far it came
    boolean outboundLost;
    long received;
    long sent;

    Subject(int fd, Description description, @Nullable Peer peer) {
        this.fd = fd;
        this.description = description;
        this.peer = peer;
    }
}
