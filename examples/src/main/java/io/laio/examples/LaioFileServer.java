package io.laio.examples;

import io.laio.Completions;
import io.laio.EngineUnavailableException;
import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.linux.Errno;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The paper's event loop and its {@code client_write}, in Java.
 *
 * <p>Opening, reading and sending all go through laio: none of them can stop the loop, and each is whole when it returns or
 * completes. All that a client has to remember is which call it waits for.
 */
final class LaioFileServer implements FileServer {
    private static final long IN_BACKGROUND = Long.MIN_VALUE;

    private final Laio laio;
    private final Completions completions = new Completions(64);
    private final NativeBuffer path;
    private final NativeBuffer how = OpenHow.allocate(OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0);
    private final int listener;
    private final Set<Client> clients = new HashSet<>();
    private volatile boolean stopping;

    LaioFileServer(int listener, Path file, LaioOptions options) throws EngineUnavailableException {
        this.laio = Laio.open(options);
        this.listener = listener;
        this.path = NativeBuffer.ofString(file.toString());
    }

    /** The event loop: who waited for a call is told its result. */
    @Override
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

    private long accept() {
        return outcome(laio.accept(listener, Sockets.SOCK_CLOEXEC), this);
    }

    private void accepted(long result) throws IOException {
        for (long socket = result; socket != IN_BACKGROUND; socket = accept()) {
            if (socket != -Errno.ECONNABORTED) {
                new Client(Listener.check(socket, "accept")).start();
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

    @Override
    public void stop() {
        stopping = true;
        laio.wakeup();
    }

    @Override
    public void close() {
        clients.forEach(Client::closeDescriptors); // cancels what is in flight on them
        laio.close(); // and from here on the kernel touches no buffer
        clients.forEach(client -> client.chunk.close());
        path.close();
        how.close();
    }

    /** Which call a client waits for. */
    private enum Call {
        OPEN,
        READ,
        SEND
    }

    private final class Client {
        private final int socket;
        private final NativeBuffer chunk = new NativeBuffer(CHUNK_BYTES);
        private Call call = Call.OPEN;
        private int file = -1;
        private long offset;

        Client(int socket) {
            this.socket = socket;
            clients.add(this);
        }

        void start() {
            resume(outcome(laio.open(OpenHow.AT_FDCWD, path.address(), how.address()), this));
        }

        /** Makes one call after the other, until one goes on in the background. */
        void resume(long result) {
            long outcome = result;
            while (outcome != IN_BACKGROUND) {
                outcome = next(outcome);
            }
        }

        private long next(long result) {
            if (result < 0) {
                return finish();
            }
            return switch (call) {
                case OPEN -> {
                    file = (int) result;
                    yield read();
                }
                case READ -> result == 0 ? finish() : write(result);
                case SEND -> {
                    offset += result;
                    yield read();
                }
            };
        }

        private long read() {
            call = Call.READ;
            return outcome(laio.read(file, chunk.address(), CHUNK_BYTES, offset), this);
        }

        /** The paper's {@code client_write}: everything will be sent, now or in the background. */
        private long write(long length) {
            call = Call.SEND;
            return outcome(laio.send(socket, chunk.address(), length, Sockets.MSG_NOSIGNAL), this);
        }

        private long finish() {
            closeDescriptors(); // at once: nothing is in flight
            chunk.close();
            clients.remove(this);
            return IN_BACKGROUND;
        }

        private void closeDescriptors() {
            laio.close(socket);
            if (file >= 0) {
                laio.close(file);
            }
        }
    }
}
