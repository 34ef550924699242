package io.laio.http.process;

import io.laio.linux.Linux;
import io.laio.linux.Memory;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the tests start: connects, says how much it can read of each descriptor that comes, and ends when the socket ends. */
public final class TestChild {
    static final int MESSAGE_BYTES = 64;

    private TestChild() {}

    static ChildJvm jvm() throws ChildFailedException {
        String classPath = ChildJvm.classPathOf(MessageSocket.class) + ":target/test-classes";
        List<String> options = List.of("-XX:+UseSerialGC", "-Xmx32m", "--enable-native-access=ALL-UNNAMED");
        return new ChildJvm(classPath, TestChild.class.getName(), options);
    }

    /**
     * Runs a child.
     *
     * @param arguments what it is to do wrong, if anything; the name of the parent's socket
     * @throws ChildFailedException if the parent is gone
     */
    public static void main(String... arguments) throws ChildFailedException {
        if (arguments[0].equals("fail")) {
            System.exit(7);
        }
        if (arguments[0].equals("hang")) {
            new CompletableFuture<Void>().join();
        }
        Linux linux = Linux.open();
        try (MessageSocket socket = MessageSocket.connect(linux, arguments[arguments.length - 1], MESSAGE_BYTES)) {
            while (socket.receive() > 0) {
                int fd = socket.takeDescriptor();
                Memory.putLong(socket.message(), linux.pread(fd, socket.message() + Long.BYTES, Long.BYTES, 0));
                linux.close(fd);
                socket.send(2 * Long.BYTES);
            }
        }
    }
}
