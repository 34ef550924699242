package io.laio.server.amped;

import io.laio.http.network.EpollPoller;
import io.laio.http.process.AotCache;
import io.laio.http.process.ChildFailedException;
import io.laio.http.process.ChildProcess;
import io.laio.http.process.ChildStarter;
import io.laio.http.process.MessageSocket;
import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the AOT cache of helper processes: runs one through its whole life, as the JVM is to remember it. */
public final class HelperTraining {
    private static final int ROUNDS = 8;
    private static final int READ_BYTES = 4096;
    private static final long PATIENCE_MILLIS = 300_000;

    private final Linux linux;
    private final EpollPoller poller;
    private final MessageSocket socket;
    private int lastId;
    private int answered;

    private HelperTraining(Linux linux, EpollPoller poller, MessageSocket socket) {
        this.linux = linux;
        this.poller = poller;
        this.socket = socket;
    }

    /**
     * Makes the cache.
     *
     * @param arguments the file to write
     * @throws ChildFailedException if no helper starts
     */
    public static void main(String... arguments) throws ChildFailedException {
        Path cache = Path.of(arguments[0]);
        Linux linux = Linux.open();
        EpollPoller poller = new EpollPoller(linux);
        try (ChildStarter starter = new ChildStarter(HelperMain.jvm(), new AotCache.Training(cache))) {
            ChildProcess child = starter.start(linux, "training");
            try (MessageSocket socket = new MessageSocket(linux, child.socket(), HelperMessage.MAX_BYTES)) {
                new HelperTraining(linux, poller, socket).train();
            }
            child.awaitEnd(PATIENCE_MILLIS); // it writes the cache when it ends
        } finally {
            poller.close();
        }
        if (!Files.isRegularFile(cache)) {
            throw new ChildFailedException("the JVM has written no AOT cache " + cache, -1);
        }
    }

    private void train() {
        poller.add(socket.fd(), Epoll.EPOLLIN, events -> receive());
        try (NativeBuffer how = new NativeBuffer(OpenHow.BYTES);
                NativeBuffer directory = NativeBuffer.ofString(System.getProperty("java.home"));
                NativeBuffer file = NativeBuffer.ofString("release")) {
            OpenHow.put(how.address(), OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0);
            int root = linux.openat2(OpenHow.AT_FDCWD, directory.address(), how.address());
            int fd = linux.openat2(root, file.address(), how.address());
            for (int round = 0; round < ROUNDS; round++) {
                long message = socket.message();
                socket.sendWith(HelperMessage.putRead(message, ++lastId, 0, READ_BYTES), fd);
                awaitAnswer();
                int length =
                        HelperMessage.putConvert(message, ++lastId, file.address(), file.capacity() - 1, how.address());
                socket.sendWith(length, root);
                awaitAnswer();
            }
            linux.close(fd);
            linux.close(root);
        }
        poller.forget(socket.fd());
    }

    private void receive() {
        long got = socket.receive();
        if (HelperMessage.isDone(socket.message(), got, lastId) && HelperMessage.result(socket.message()) >= 0) {
            answered = lastId;
        } else if (got != -Errno.EAGAIN) {
            throw new IllegalStateException("the helper failed: "
                    + (got > 0 ? HelperMessage.result(socket.message()) : "it ended with " + got));
        }
    }

    private void awaitAnswer() {
        while (answered != lastId) {
            poller.await(Long.MAX_VALUE);
            poller.dispatch();
        }
    }
}
