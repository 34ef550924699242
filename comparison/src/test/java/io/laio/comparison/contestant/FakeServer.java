package io.laio.comparison.contestant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A contestant for tests, a program of its own: serves a directory with GET, keeps connections, counts requests, and
 * misbehaves on demand.
 *
 * <p>Arguments: the directory, the port (0 for any), then {@code well}, {@code unfit} (ends with exit code 4),
 * {@code silent} (is never ready), {@code helper} (starts a process that outlives it) {@code broken} (answers 500)
 * or {@code mortal} (ends at the fifth request after its statistics were reset, with the status of a killed process),
 * and the address to listen on.
 */
public final class FakeServer {
    private static final long FATAL_REQUEST = 5;
    private static final int KILLED = 128 + 9; // as Java and shells tell of SIGKILL

    private final Path root;
    private final String behaviour;
    private final AtomicLong requests = new AtomicLong();
    private volatile boolean reset;

    private FakeServer(Path root, String behaviour) {
        this.root = root;
        this.behaviour = behaviour;
    }

    /** Runs it until it is killed. */
    public static void main(String[] arguments) throws Exception {
        FakeServer server = new FakeServer(Path.of(arguments[0]), arguments[2]);
        switch (server.behaviour) {
            case "unfit" -> server.giveUp();
            case "silent" -> new CountDownLatch(1).await();
            case "helper" -> new ProcessBuilder("sleep", "600").start();
            default -> {}
        }
        server.serve(new InetSocketAddress(arguments[3], Integer.parseInt(arguments[1])));
    }

    private void giveUp() {
        System.err.println("io_uring is refused by seccomp; allow io_uring_setup");
        System.exit(4);
    }

    private void serve(InetSocketAddress address) throws IOException {
        try (ServerSocket listener = new ServerSocket(address.getPort(), 300, address.getAddress())) {
            System.out.println("fake ready: http://" + address.getHostString() + ":" + listener.getLocalPort()
                    + "/ docroot=" + root + " engine=steam engine-reason=no coal");
            while (true) {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> converse(socket));
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String requestLine = line;
                boolean close = false;
                for (line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                    close |= line.equalsIgnoreCase("Connection: close");
                }
                answer(requestLine.split(" ", -1), socket.getOutputStream());
                if (close) {
                    return;
                }
            }
        } catch (IOException clientWentAway) {
            // Its own affair.
        }
    }

    private void answer(String[] request, OutputStream out) throws IOException {
        if (request[1].equals("/.laio/stats")) {
            answerStatistics(request[0], out);
            return;
        }
        if (requests.incrementAndGet() == FATAL_REQUEST && reset && behaviour.equals("mortal")) {
            Runtime.getRuntime().halt(KILLED);
        }
        if (behaviour.equals("broken")) {
            write(out, "500 Broken", new byte[0]);
        } else {
            write(out, "200 OK", Files.readAllBytes(root.resolve(request[1].substring(1))));
        }
    }

    private void answerStatistics(String method, OutputStream out) throws IOException {
        if (method.equals("DELETE")) {
            reset = true;
            requests.set(0);
            write(out, "204 No Content", new byte[0]);
            return;
        }
        String json = """
                {"server":"fake","engine":"steam","lazy":"on","requests":%d,
                 "operations":{"read":{"issued":%1$d,"atOnce":0,"blocked":1,"blockedNanos":2500000}},
                 "loops":[{"turns":3,"wallNanos":5000000,"waitNanos":1000000,"cpuNanos":1000000,"runQueueNanos":500000,
                   "blockedNanos":2500000,"longestBlockedNanos":2000000,"longestBlockedOperation":"read",
                   "blockedTurnsOverMillis":{"1":1,"10":0,"100":0},"blockedOperations":{"read":{"nanos":2100000,"longestNanos":2000000}},
                   "blockedHistogram":[{"upToMicros":4096,"turns":2},{"upToMicros":null,"turns":1}]},
                  {"turns":1,"wallNanos":5000000,"longestBlockedNanos":3000000,"longestBlockedOperation":"open",
                   "blockedTurnsOverMillis":{"1":1},"blockedOperations":{"open":{"nanos":3000000,"longestNanos":3000000},
                     "read":{"nanos":400000,"longestNanos":400000}},
                   "blockedHistogram":[{"upToMicros":4096,"turns":1},{"upToMicros":null,"turns":4}]}],
                 "helpers":{"read":{"limit":4,"asked":7},"name":{"limit":2,"asked":5},"processes":[4711]}}
                """.formatted(requests.get());
        write(out, "200 OK", json.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(OutputStream out, String status, byte[] body) throws IOException {
        String head = "HTTP/1.1 " + status + "\r\n"
                + (status.startsWith("204") ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }
}
