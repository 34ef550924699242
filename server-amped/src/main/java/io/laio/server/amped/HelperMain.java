package io.laio.server.amped;

import io.laio.http.helper.HelperWork;
import io.laio.http.process.ChildFailedException;
import io.laio.http.process.ChildJvm;
import io.laio.http.process.MessageSocket;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.util.List;

/**
 * A helper process: carries out one request after the other until the server closes its socket, or is gone. It has no state but
 * the descriptor of the document root, so it may be killed at any time.
 */
public final class HelperMain {
    /**
     * A small JVM with few threads: one compiler that compiles quickly, serial collection of a heap that hardly grows. The old
     * generation must have room for the AOT cache's own objects, or the JVM refuses the cache.
     */
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xms8m",
            "-Xmx8m",
            "-Xmn1m",
            "-Xss256k",
            "-XX:TieredStopAtLevel=1",
            "-XX:CICompilerCount=1",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED");

    private final Linux linux;
    private final MessageSocket socket;
    private final HelperWork work;
    private int root = -1;

    private HelperMain(Linux linux, MessageSocket socket, HelperWork work) {
        this.linux = linux;
        this.socket = socket;
        this.work = work;
    }

    static ChildJvm jvm() throws ChildFailedException {
        return new ChildJvm(ChildJvm.classPathOf(HelperMain.class), HelperMain.class.getName(), JVM_OPTIONS);
    }

    /**
     * Runs a helper.
     *
     * @param arguments its kind, for whoever lists processes, and the name of the server's socket
     */
    public static void main(String... arguments) {
        Linux linux = Linux.open();
        // A session of its own: Ctrl-C in the server's terminal lets the server finish what it does, for which it needs
        // helpers.
        linux.syscall(SystemCall.SETSID, 0, 0, 0, 0);
        try (MessageSocket socket = MessageSocket.connect(linux, arguments[1], HelperMessage.MAX_BYTES);
                HelperWork work = new HelperWork(linux)) {
            new HelperMain(linux, socket, work).serve();
        } catch (ChildFailedException e) {
            System.err.println("helper: " + e.getMessage()); // the server is gone: there is nobody else to tell
        }
    }

    private void serve() {
        long message = socket.message();
        boolean connected = socket.receive() > 0;
        while (connected) {
            int length = HelperMessage.putDone(message, HelperMessage.id(message), result(message));
            connected = socket.send(length) > 0 && socket.receive() > 0;
        }
    }

    private int result(long message) {
        return switch (HelperMessage.type(message)) {
            case HelperMessage.READ -> read(message);
            case HelperMessage.CONVERT -> convert(message);
            default -> -Errno.EINVAL;
        };
    }

    private int read(long message) {
        int fd = socket.takeDescriptor();
        int result = work.read(fd, HelperMessage.offset(message), HelperMessage.length(message));
        linux.close(fd);
        return result;
    }

    private int convert(long message) {
        int passed = socket.takeDescriptor();
        if (passed >= 0) {
            root = passed;
        }
        return work.convert(root, HelperMessage.path(message), HelperMessage.how(message));
    }
}
