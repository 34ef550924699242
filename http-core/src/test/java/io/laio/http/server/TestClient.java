package io.laio.http.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** A client that asks one thing after the other on one connection. */
final class TestClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final DataInputStream in;

    /** An answer: its status and as much of its body as came. */
    record Answer(int status, String head, String body, boolean whole) {}

    TestClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
    }

    static Answer ask(int port, String requestLine, String... fields) throws IOException {
        try (TestClient client = new TestClient(port)) {
            return client.ask(requestLine, fields);
        }
    }

    Answer ask(String requestLine, String... fields) throws IOException {
        say(requestLine, fields);
        return hear(requestLine.startsWith("HEAD"));
    }

    void say(String requestLine, String... fields) throws IOException {
        String more = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        send(requestLine + " HTTP/1.1\r\nHost: test\r\n" + more + "\r\n");
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    Answer hear(boolean withoutBody) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the connection ended after: " + head);
            }
            head.append((char) next);
        }
        int length = withoutBody ? 0 : lengthIn(head.toString());
        byte[] body = in.readNBytes(length);
        return new Answer(
                Integer.parseInt(head.substring(9, 12)),
                head.toString(),
                new String(body, ISO_8859_1),
                body.length == length);
    }

    private static int lengthIn(String head) {
        return head.toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).trim()))
                .findFirst()
                .orElse(0);
    }

    /** Waits for the end of the connection. */
    byte[] rest() throws IOException {
        return in.readAllBytes();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
