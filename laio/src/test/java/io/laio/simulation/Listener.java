package io.laio.simulation;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import java.util.ArrayDeque;

/** A listening socket with the connections that wait in it. */
final class Listener extends Description {
    private final ArrayDeque<Stream> backlog = new ArrayDeque<>();
    private final Descriptors descriptors;

    Listener(Descriptors descriptors) {
        this.descriptors = descriptors;
    }

    void arrive(Stream stream) {
        backlog.add(stream);
        changed();
    }

    @Override
    boolean isSocket() {
        return true;
    }

    @Override
    int readiness() {
        return backlog.isEmpty() ? 0 : Epoll.EPOLLIN;
    }

    @Override
    long accept(int flags) {
        Stream stream = backlog.poll();
        return stream == null ? -Errno.EAGAIN : descriptors.install(stream);
    }
}
