package io.laio.workload.replay;

import io.laio.workload.documents.DocumentContent;
import io.laio.workload.trace.Document;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a free loopback port that answers as a test tells it to; a thread a connection. */
final class ScriptedServer implements AutoCloseable {
    /** Every request head that was received, whole. */
    final Queue<String> requests = new ConcurrentLinkedQueue<>();

    /** How many connections were accepted. */
    final AtomicInteger accepted = new AtomicInteger();

    private final ServerSocket listener;
    private final Script script;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

    ScriptedServer(Script script) throws IOException {
        this.script = script;
        this.listener = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Answers one request; closes the socket if no more are to be answered. */
    @FunctionalInterface
    interface Script {
        void answer(String request, Socket socket) throws IOException;
    }

    /** A correct server of documents with their content. */
    static Script serving(List<Document> documents) {
        return (request, socket) -> socket.getOutputStream().write(correctAnswer(request, documents));
    }

    static byte[] correctAnswer(String request, List<Document> documents) {
        String path = request.split(" ", 3)[1];
        Document document = documents.stream()
                .filter(candidate -> Requests.encode(candidate.path()).equals(path))
                .findFirst()
                .orElseThrow();
        byte[] content = content(document);
        if (request.contains("If-Modified-Since: Sun, 27 Jun 2004 00:00:00 GMT\r\n")) {
            return ascii("HTTP/1.1 304 Not Modified\r\n\r\n");
        }
        String status = "200 OK";
        int range = request.indexOf("Range: bytes=");
        if (range >= 0) {
            String[] bounds =
                    request.substring(range + 13, request.indexOf('\r', range)).split("-", 2);
            content = Arrays.copyOfRange(content, Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1]) + 1);
            status = "206 Partial Content";
        }
        byte[] head = ascii("HTTP/1.1 " + status + "\r\nContent-Length: " + content.length + "\r\n\r\n");
        return request.startsWith("HEAD ") ? head : concat(head, content);
    }

    static byte[] content(Document document) {
        byte[] content = new byte[(int) document.sizeBytes()];
        DocumentContent.fill(DocumentContent.seed(document.path()), 0, MemorySegment.ofArray(content), content.length);
        return content;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String request = readHead(in);
            while (!request.isEmpty()) {
                requests.add(request);
                script.answer(request, socket);
                request = socket.isClosed() ? "" : readHead(in);
            }
        } catch (IOException broken) {
            // The client went away, or the script closed the socket.
        }
    }

    private static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
