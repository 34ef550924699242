package io.laio.testbed.disk.daemon;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.laio.testbed.disk.DiskException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Gives orders to a disk's daemon. A daemon that does not answer is an error after a while: it may be stopped or hung.
 *
 * @param socket where it listens
 * @param patienceMillis how long to wait for an answer
 */
public record ControlClient(Path socket, long patienceMillis) {
    private static final long USUAL_PATIENCE_MILLIS = 5_000;
    private static final int MAX_ANSWER_BYTES = 8192;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /**
     * A client with the usual patience.
     *
     * @param socket where the daemon listens
     */
    public ControlClient(Path socket) {
        this(socket, USUAL_PATIENCE_MILLIS);
    }

    /**
     * Switches the model on or off. Off, requests complete as soon as the image has them: for filling a disk.
     *
     * @param on whether the model decides
     * @throws IOException if the daemon does not answer
     */
    public void pace(boolean on) throws IOException {
        ask(on ? DiskDesk.PACE_ON : DiskDesk.PACE_OFF);
    }

    /**
     * What the disk has done.
     *
     * @return its counters
     * @throws IOException if the daemon does not answer
     */
    public DiskStatistics statistics() throws IOException {
        return JSON.readValue(ask(DiskDesk.STATISTICS), DiskStatistics.class);
    }

    private String ask(String order) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap((order + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            return answer(channel, selector);
        }
    }

    private String answer(SocketChannel channel, Selector selector) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_ANSWER_BYTES);
        int got = 0;
        while (got >= 0 && bytes.hasRemaining()) {
            if (selector.select(patienceMillis) == 0) {
                throw new DiskException("the daemon behind " + socket + " does not answer: is it stopped?");
            }
            selector.selectedKeys().clear();
            got = channel.read(bytes);
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        if (!text.endsWith("\n")) {
            throw new DiskException("the daemon behind " + socket + " did not understand");
        }
        return text.strip();
    }
}
