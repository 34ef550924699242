package io.laio.testbed.disk.daemon;

import io.laio.testbed.disk.DiskRegistry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Takes orders on a Unix socket: one line, one answer of one line, and the end of the connection. {@link ControlClient} is
 * the other side.
 */
final class ControlServer implements AutoCloseable {
    private static final int MAX_ORDER_BYTES = 256;

    private final ServerSocketChannel socket;
    private final Function<String, Future<String>> desk;

    private ControlServer(ServerSocketChannel socket, Function<String, Future<String>> desk) {
        this.socket = socket;
        this.desk = desk;
    }

    /**
     * Begins to listen, on a thread of its own. When the socket is there under its name, somebody listens.
     *
     * @param path the socket's
     * @param desk takes an order, answers it later
     * @return the server
     * @throws IOException if the socket cannot be made
     */
    static ControlServer open(Path path, Function<String, Future<String>> desk) throws IOException {
        Path beside = DiskRegistry.beside(path);
        Files.deleteIfExists(beside);
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            socket.bind(UnixDomainSocketAddress.of(beside));
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        ControlServer server = new ControlServer(socket, desk);
        Thread.ofPlatform().daemon().name("control").start(server::acceptAll);
        return server;
    }

    private void acceptAll() {
        while (socket.isOpen()) {
            try {
                SocketChannel client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (ClosedChannelException closed) {
                return; // the daemon ends
            } catch (IOException e) {
                System.err.println("control: " + e); // out of descriptors, say: the next order may be luckier
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            String answer = desk.apply(readLine(client)).get() + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                client.write(bytes);
            }
        } catch (IOException | ExecutionException e) {
            System.err.println("control: " + e); // who asked sees the connection end
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String readLine(SocketChannel client) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_ORDER_BYTES);
        while (bytes.hasRemaining() && client.read(bytes) >= 0) {
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            if (text.endsWith("\n")) {
                return text.strip();
            }
        }
        throw new InterruptedIOException("an order that does not end");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
