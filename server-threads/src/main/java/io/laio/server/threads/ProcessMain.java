package io.laio.server.threads;

import io.laio.http.process.ChildFailedException;
import io.laio.http.process.MessageSocket;
import io.laio.http.server.WorkforceContext;
import io.laio.linux.Linux;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.slf4j.LoggerFactory;

/**
 * A process of {@code mp-prefork}: gets from the master what to serve with, three descriptors, and serves until the master says
 * that it is enough. It ends at once when its socket does: then the master is gone.
 */
public final class ProcessMain {
    private static final int FAILED = 1;

    private final Linux linux;
    private final MessageSocket socket;

    private ProcessMain(Linux linux, MessageSocket socket) {
        this.linux = linux;
        this.socket = socket;
    }

    /**
     * Runs a process.
     *
     * @param arguments what it is, for whoever lists processes, and the name of the master's socket
     */
    public static void main(String... arguments) {
        int status = FAILED;
        Linux linux = Linux.open();
        // A session of its own: Ctrl-C in the server's terminal is the master's business, who lets this finish what it
        // serves.
        linux.syscall(SystemCall.SETSID, 0, 0, 0, 0);
        try (MessageSocket socket = MessageSocket.connect(linux, arguments[1], ProcessSettings.MAX_BYTES)) {
            status = new ProcessMain(linux, socket).run();
        } catch (ChildFailedException | IOException | CompletionException | IllegalStateException e) {
            LoggerFactory.getLogger(ProcessMain.class).error("this process cannot serve: {}", e.getMessage());
        }
        if (status != 0) {
            Runtime.getRuntime().halt(status); // whatever the thread that serves is doing
        }
    }

    private int run() throws ChildFailedException, IOException {
        int length = (int) receive();
        ProcessSettings settings = ProcessSettings.get(socket.message(), length);
        int listener = socket.takeDescriptor();
        receive();
        int root = socket.takeDescriptor();
        receive();
        CountsBlock block = CountsBlock.map(linux, socket.takeDescriptor(), settings.slots());
        WorkforceContext context =
                WorkforceContext.ofProcess(new MpPrefork(), settings.options(), Linux::open, listener, root);
        ProcessServer server =
                new ProcessServer(context, new ProcessCounts(block, settings.slot()), this::stopReceiving);
        Thread.ofPlatform().name("server").start(server);
        server.started().join();
        socket.send(1); // that it serves; what is in the message tells no more
        if (socket.receive() > 0) { // that it is enough
            server.stop();
            socket.receive(); // nothing but the end: the master's, or this process's own
        }
        return server.status();
    }

    /** Runs on the thread that serves, when it is over. */
    private void stopReceiving() {
        Linux.open().shutdown(socket.fd(), Sockets.SHUT_RDWR);
    }

    private long receive() throws ChildFailedException {
        long length = socket.receive();
        if (length <= 0) {
            throw new ChildFailedException("the master is gone", -1);
        }
        return length;
    }
}
