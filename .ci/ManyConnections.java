import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Opens many connections to a server and holds them all; then asks on every one, all at the same time, and reads every answer to
 * its end; as many rounds as wanted; and runs a command while all are still open.
 *
 * <pre>java ManyConnections.java URL CONNECTIONS ROUNDS [COMMAND ARGUMENT...]</pre>
 *
 * <p>With a single round a server may end each connection after its answer.
 *
 * <p>Exit code 0 if every connection was opened, every answer was 200 and as long as it said, and the command succeeded; else 1,
 * and what went wrong first. Waits for the server as long as it takes, but gives up when nothing moves for a minute.
 */
public final class ManyConnections {
    private static final long PATIENCE_MILLIS = 60_000;

    /** Fewer than the kernel queues for a listening socket (net.core.somaxconn, 4096): none is dropped and sent again. */
    private static final int CONNECTING_AT_ONCE = 256;

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
    private final List<Client> clients = new ArrayList<>();
    private final InetSocketAddress address;
    private final byte[] request;
    private int busy;
    private boolean lastRound;

    private ManyConnections(URI url) throws IOException {
        address = new InetSocketAddress(url.getHost(), url.getPort());
        String text = "GET " + url.getRawPath() + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n\r\n";
        request = text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ManyConnections many = new ManyConnections(URI.create(arguments[0]));
        int connections = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        long began = System.nanoTime();
        many.open(connections);
        long opened = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            many.lastRound = rounds == 1;
            many.round();
        }
        long served = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "%d connections opened and held in %.1f s, %d requests answered in %.1f s, no failure%n",
                connections,
                (opened - began) / 1e9,
                (long) connections * rounds,
                (served - opened) / 1e9);
        List<String> command = List.of(arguments).subList(3, arguments.length);
        if (!command.isEmpty() && new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
    }

    private void open(int connections) throws IOException {
        while (clients.size() < connections || busy > 0) {
            while (clients.size() < connections && busy < CONNECTING_AT_ONCE) {
                clients.add(new Client());
            }
            await();
        }
    }

    private void round() throws IOException {
        for (Client client : clients) {
            client.ask();
        }
        while (busy > 0) {
            await();
        }
    }

    private void await() throws IOException {
        if (selector.select(PATIENCE_MILLIS) == 0) {
            throw new IOException(busy + " of " + clients.size() + " connections wait, and nothing moves");
        }
        Set<SelectionKey> selected = selector.selectedKeys();
        for (SelectionKey key : selected) {
            ((Client) key.attachment()).ready(key);
        }
        selected.clear();
    }

    /** One connection; what it reads is counted and dropped. */
    private final class Client {
        private final SocketChannel channel = SocketChannel.open();
        private final StringBuilder head = new StringBuilder();
        private boolean inHead;
        private long missing; // bytes of the body

        Client() throws IOException {
            busy++;
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(address);
            channel.register(selector, SelectionKey.OP_CONNECT, this);
        }

        void ask() throws IOException {
            if (channel.write(ByteBuffer.wrap(request)) != request.length) {
                throw new IOException("the kernel does not take a request as a whole");
            }
            busy++;
            inHead = true;
            head.setLength(0);
        }

        void ready(SelectionKey key) throws IOException {
            if (key.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                busy--;
                return;
            }
            buffer.clear();
            int count = channel.read(buffer);
            boolean answered = missing == 0 && !inHead;
            if (count < 0 && answered && lastRound) {
                channel.close();
                return;
            }
            if (count < 0 || answered) {
                throw new IOException("the server ended a connection that was held: " + head);
            }
            take(buffer.flip());
            if (missing == 0 && !inHead) {
                busy--;
            }
        }

        private void take(ByteBuffer bytes) throws IOException {
            while (inHead && bytes.hasRemaining()) {
                head.append((char) bytes.get());
                if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                    missing = bodyBytes(head.toString());
                    inHead = false;
                }
            }
            missing -= bytes.remaining();
            if (missing < 0) {
                throw new IOException("more than was asked for: " + head);
            }
        }
    }

    private static long bodyBytes(String head) throws IOException {
        if (!head.startsWith("HTTP/1.1 200 ")) {
            throw new IOException("not 200: " + head);
        }
        return head.toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("content-length:"))
                .mapToLong(line -> Long.parseLong(line.substring(15).strip()))
                .findFirst()
                .orElseThrow(() -> new IOException("no length: " + head));
    }
}
