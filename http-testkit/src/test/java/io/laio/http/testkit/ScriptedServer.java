package io.laio.http.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Says the same to everyone, whatever they ask, and closes. */
final class ScriptedServer implements RunningServer {
    private static final int BACKLOG = 50;

    private final ServerSocket listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    private final byte[] script;

    ScriptedServer(String script) throws IOException {
        this.script = script.getBytes(StandardCharsets.ISO_8859_1);
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        try {
            while (true) {
                try (Socket client = listening.accept()) {
                    say(client);
                }
            }
        } catch (SocketException closed) {
            return; // by close(): the only way to end accept()
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void say(Socket client) throws IOException {
        if (script.length > 0) {
            client.getInputStream().read();
            client.getOutputStream().write(script);
            client.shutdownOutput();
            client.getInputStream().skip(Long.MAX_VALUE); // a close with bytes unread would reset the connection
        }
    }

    @Override
    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
