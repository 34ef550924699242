package io.laio.examples;

import io.laio.Completions;
import io.laio.EngineUnavailableException;
import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.Sockets;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Sends back whatever a client sends: many clients, one thread.
 *
 * <p>A client that reads slowly holds up nobody but itself. Nothing more is received from it until what it sent before is
 * completely on its way back; and there is no state of half-sent data, because a send completes when everything is sent.
 *
 * <p>An instance belongs to the thread that made it; only {@link #stop} may be called from others.
 */
public final class EchoServer implements AutoCloseable {
    private static final int BUFFER_BYTES = 16 << 10;
    private static final long IN_BACKGROUND = Long.MIN_VALUE;

    private final Laio laio;
    private final Completions completions = new Completions(256);
    private final Set<Client> clients = new HashSet<>();
    private final int listener;
    private volatile boolean stopping;

    /**
     * Makes a server.
     *
     * @param listener a listening, non-blocking socket; it belongs to the caller, who closes it after the server
     * @param options how to set laio up
     * @throws EngineUnavailableException if the system lacks what laio needs
     */
    public EchoServer(int listener, LaioOptions options) throws EngineUnavailableException {
        this.laio = Laio.open(options);
        this.listener = listener;
    }

    /**
     * Serves the port given, on the loopback interface, until the process is ended.
     *
     * @param arguments the port, 0 for any that is free
     * @throws IOException if it cannot be had
     * @throws EngineUnavailableException if the system lacks what laio needs
     */
    public static void main(String... arguments) throws EngineUnavailableException, IOException {
        Linux linux = Linux.open();
        int listener = Listener.open(linux, arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]));
        System.out.println("echo on port " + Listener.port(linux, listener));
        try (EchoServer server = new EchoServer(listener, LaioOptions.DEFAULTS)) {
            server.run();
        }
    }

    /**
     * Serves until it is stopped.
     *
     * @throws IOException if no more clients can be accepted
     */
    public void run() throws IOException {
        accepted(accept());
        while (!stopping) {
            laio.poll(completions, -1);
            for (int i = 0; i < completions.count(); i++) {
                long result = completions.errno(i) == 0 ? completions.value(i) : -completions.errno(i);
                if (completions.attachment(i) instanceof Client client) {
                    client.resume(result);
                } else {
                    accepted(result);
                }
            }
        }
    }

    /** Ends {@link #run} soon, from any thread, also before it began. */
    public void stop() {
        stopping = true;
        laio.wakeup();
    }

    /** Ends all connections and frees everything. */
    @Override
    public void close() {
        clients.forEach(client -> laio.close(client.socket)); // cancels what is in flight
        laio.close(); // from here on the kernel touches no buffer
        clients.forEach(client -> client.buffer.close());
    }

    private long accept() {
        return outcome(laio.accept(listener, Sockets.SOCK_CLOEXEC), this);
    }

    private void accepted(long result) throws IOException {
        for (long socket = result; socket != IN_BACKGROUND; socket = accept()) {
            if (socket != -Errno.ECONNABORTED) { // a client that has already gone is no reason to stop
                Client client = new Client(Listener.check(socket, "accept"));
                clients.add(client);
                client.resume(client.receive());
            }
        }
    }

    /** The call's value, or its negated error number; or it goes on in the background, and {@code waiting} gets the result. */
    private long outcome(long value, Object waiting) {
        if (value >= 0) {
            return value;
        }
        if (laio.errno() != Errno.EINPROGRESS) {
            return -laio.errno();
        }
        laio.attach(waiting);
        return IN_BACKGROUND;
    }

    private final class Client {
        private final int socket;
        private final NativeBuffer buffer = new NativeBuffer(BUFFER_BYTES);
        private boolean sending;

        Client(int socket) {
            this.socket = socket;
        }

        /** Makes one call after the other, until one goes on in the background. */
        void resume(long result) {
            long outcome = result;
            while (outcome != IN_BACKGROUND) {
                outcome = next(outcome);
            }
        }

        private long next(long result) {
            if (result < 0 || (result == 0 && !sending)) {
                return finish(); // an error, or the client has said everything and has all of it back
            }
            return sending ? receive() : send(result);
        }

        long receive() {
            sending = false;
            return outcome(laio.recv(socket, buffer.address(), BUFFER_BYTES, 0), this);
        }

        private long send(long length) {
            sending = true;
            return outcome(laio.send(socket, buffer.address(), length, Sockets.MSG_NOSIGNAL), this);
        }

        private long finish() {
            laio.close(socket); // at once: nothing is in flight on it
            buffer.close();
            clients.remove(this);
            return IN_BACKGROUND;
        }
    }
}
