package io.laio.http.server;

import io.laio.http.connection.ConnectionLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of every server: what it serves, where, and for how long it is patient. */
final class CommonFlags {
    @Option(
            names = "--docroot",
            required = true,
            paramLabel = "DIR",
            description = "The directory whose files are served; it should lie on a disk, not in an image layer.")
    private Path documentRoot = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "TCP port; 0 lets the kernel choose (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Address to listen on; 0.0.0.0 for all (default: ${DEFAULT-VALUE}).")
    private String bind = "127.0.0.1";

    @Option(
            names = "--header-timeout-millis",
            paramLabel = "MS",
            description = "How long a request's head may take (default: ${DEFAULT-VALUE}).")
    private int headerTimeoutMillis = 10_000;

    @Option(
            names = "--idle-timeout-millis",
            paramLabel = "MS",
            description = "How long nothing may move on a connection (default: ${DEFAULT-VALUE}).")
    private int idleTimeoutMillis = 60_000;

    @Option(
            names = "--response-timeout-millis",
            paramLabel = "MS",
            description = "How long a response may take as a whole (default: ${DEFAULT-VALUE}).")
    private int responseTimeoutMillis = 3_600_000;

    @Option(
            names = "--stop-timeout-millis",
            paramLabel = "MS",
            description = "How long responses under way may go on after SIGTERM (default: ${DEFAULT-VALUE}).")
    private int stopTimeoutMillis = 10_000;

    CommonFlags() {}

    /**
     * What these options ask for, all else by default.
     *
     * @param maxConnections the most connections of a loop
     * @throws IllegalArgumentException if a value is not permitted; the message says which
     */
    ServerOptions options(int maxConnections) {
        ConnectionLimits limits = new ConnectionLimits(
                ConnectionLimits.DEFAULTS.request(),
                maxConnections,
                headerTimeoutMillis,
                idleTimeoutMillis,
                responseTimeoutMillis,
                ConnectionLimits.DEFAULTS.lingerTimeoutMillis());
        return ServerOptions.of(documentRoot, new InetSocketAddress(address(), port))
                .withLimits(limits)
                .withStopTimeoutMillis(stopTimeoutMillis);
    }

    @SuppressWarnings("AddressSelection") // one address is asked for, to listen on
    private InetAddress address() {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--bind: no such address: " + bind, e);
        }
    }

    /** The address as it stands in a URL. */
    String host() {
        return bind.contains(":") ? "[" + bind + "]" : bind;
    }
}
