package io.laio.server.threads;

import io.laio.http.process.AotCache;
import io.laio.http.server.Server;
import io.laio.http.server.ServerOptions;
import io.laio.http.server.UnfitEnvironmentException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the AOT cache of {@code mp-prefork}'s processes: runs one through its whole life, as the JVM is to remember it. */
public final class PreforkTraining {
    private static final int CONNECTIONS = 8;
    private static final int PATIENCE_MILLIS = 300_000;
    private static final String REQUESTS =
            "GET /release HTTP/1.1\r\nHost: training\r\n\r\nGET /none HTTP/1.1\r\nHost: training\r\nConnection: close\r\n\r\n";

    private PreforkTraining() {}

    /**
     * Makes the cache.
     *
     * @param arguments the file to write
     * @throws UnfitEnvironmentException if no process can serve
     * @throws IOException if it does not answer, or the JVM has written no cache
     */
    public static void main(String... arguments) throws UnfitEnvironmentException, IOException {
        Path cache = Path.of(arguments[0]);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        ServerOptions options = ServerOptions.of(Path.of(System.getProperty("java.home")), address)
                .withValue(MpPrefork.PROCESSES, 1)
                .withStopTimeoutMillis(PATIENCE_MILLIS); // it writes the cache when it ends
        try (Server server = Server.start(new MpPrefork(new AotCache.Training(cache)), options)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                ask(server.port());
            }
        }
        if (!Files.isRegularFile(cache)) {
            throw new IOException("the JVM has written no AOT cache " + cache);
        }
    }

    private static void ask(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(REQUESTS.getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (!answers.startsWith("HTTP/1.1 200 ")) {
                throw new IOException("the process answers " + answers.lines().findFirst());
            }
        }
    }
}
