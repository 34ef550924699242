package io.laio.examples;

import io.laio.linux.Linux;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server on a thread of its own, until it is closed; a failure of the server fails the test. */
final class Running implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Linux linux = Linux.open();
    private final int listener;
    private final CompletableFuture<Runnable> stop = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /** What makes a server, serves until it is stopped, and closes it. */
    interface Program {
        void serve(int listener, CompletableFuture<Runnable> stop) throws Exception;
    }

    Running(Program program) throws IOException {
        listener = Listener.open(linux, 0);
        Thread.ofPlatform().name("server").start(() -> {
            try {
                program.serve(listener, stop);
                ended.complete(null);
            } catch (Throwable e) {
                stop.completeExceptionally(e);
                ended.completeExceptionally(e);
            }
        });
    }

    SocketAddress address() throws IOException {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), Listener.port(linux, listener));
    }

    /** A new client that gives up in the end, so that a server that does not answer fails a test, not hangs it. */
    Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(address(), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    @Override
    public void close() {
        stop.join().run();
        ended.orTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS).join();
        linux.close(listener);
    }
}
