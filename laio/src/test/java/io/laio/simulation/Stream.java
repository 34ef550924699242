package io.laio.simulation;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import org.jspecify.annotations.Nullable;

/** An end of a pipe, or a socket: the program's side, with what is on its way in either direction. */
final class Stream extends Description {
    /** How far a socket is. */
    enum State {
        UNCONNECTED,
        CONNECTING,
        CONNECTED,
        /** The peer reset the connection. */
        RESET
    }

    final @Nullable Bytes in;
    final @Nullable Bytes out;
    final boolean socket;

    private final UserMemory memory;
    State state = State.CONNECTED;
    boolean finished; // the peer sends no more
    boolean unread; // the peer reads no more
    boolean neverNoWait;
    private boolean firstConnect;
    int refusal; // what became of a connect

    @Nullable
    Connector connector;

    /** Who answers a connect. */
    @FunctionalInterface
    interface Connector {
        void connect(Stream stream);
    }

    Stream(UserMemory memory, @Nullable Bytes in, @Nullable Bytes out, boolean socket) {
        this.memory = memory;
        this.in = in;
        this.out = out;
        this.socket = socket;
    }

    @Override
    boolean isSocket() {
        return socket;
    }

    @Override
    boolean neverNoWait() {
        return neverNoWait;
    }

    @Override
    boolean isFirstConnect() {
        return firstConnect;
    }

    @Override
    int readiness() {
        int bits = 0;
        if (state == State.RESET || refusal != 0) {
            return Epoll.EPOLLIN | Epoll.EPOLLOUT | Epoll.EPOLLERR | Epoll.EPOLLHUP;
        }
        if (in != null && (in.size() > 0 || finished)) {
            bits |= Epoll.EPOLLIN;
        }
        if (out != null && (out.room() > 0 || unread) && state == State.CONNECTED) {
            bits |= Epoll.EPOLLOUT;
        }
        return bits;
    }

    @Override
    long read(long address, int length, long offset) {
        if (offset >= 0) {
            return -Errno.ESPIPE;
        }
        if (in == null) {
            return -Errno.EBADF;
        }
        if (state == State.RESET) {
            return -Errno.ECONNRESET;
        }
        if (in.size() == 0 || length == 0) {
            return finished || length == 0 ? 0 : -Errno.EAGAIN;
        }
        byte[] bytes = in.take(length);
        memory.write(address, bytes, bytes.length);
        return bytes.length;
    }

    @Override
    long write(long address, int length, long offset) {
        if (offset >= 0) {
            return -Errno.ESPIPE;
        }
        if (out == null) {
            return -Errno.EBADF;
        }
        if (state == State.RESET || unread) {
            return state == State.RESET ? -Errno.ECONNRESET : -Errno.EPIPE;
        }
        if (out.room() == 0 || state != State.CONNECTED) {
            return -Errno.EAGAIN;
        }
        byte[] bytes = memory.read(address, Math.min(length, out.room()));
        out.put(bytes);
        return bytes.length;
    }

    @Override
    long connect(int port) {
        if (refusal != 0) {
            int answer = refusal;
            refusal = 0;
            state = State.UNCONNECTED;
            return -answer;
        }
        Connector answerer = connector;
        firstConnect = answerer != null;
        if (state == State.UNCONNECTED && answerer != null) {
            state = State.CONNECTING;
            connector = null;
            answerer.connect(this);
            return -Errno.EAGAIN;
        }
        return state == State.CONNECTED || state == State.RESET ? 0 : -Errno.EAGAIN;
    }
}
