package io.laio.http.server;

import io.laio.http.connection.ConnectionLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of every server: what it serves, where, and for how long it is patient. */
final class CommonFlags {
    private static final Range PORTS = new Range(0, 65_535);

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
            names = "--max-connections",
            paramLabel = "N",
            description = "Connections at a time, of each loop where there are loops; the newest beyond that gets 503 "
                    + "(default: ${DEFAULT-VALUE}).")
    private int maxConnections = 10_000;

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
     * @throws IllegalArgumentException if a value is not permitted; the message says which
     */
    ServerOptions options() {
        ConnectionLimits limits = new ConnectionLimits(
                ConnectionLimits.DEFAULTS.request(),
                Range.from(1).check("--max-connections", maxConnections),
                Range.from(1).check("--header-timeout-millis", headerTimeoutMillis),
                Range.from(1).check("--idle-timeout-millis", idleTimeoutMillis),
                Range.from(1).check("--response-timeout-millis", responseTimeoutMillis),
                ConnectionLimits.DEFAULTS.lingerTimeoutMillis());
        return ServerOptions.of(documentRoot, new InetSocketAddress(address(), PORTS.check("--port", port)))
                .withLimits(limits)
                .withStopTimeoutMillis(Range.from(0).check("--stop-timeout-millis", stopTimeoutMillis));
    }

    @SuppressWarnings("AddressSelection") // one address is asked for, to listen on
    private InetAddress address() {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--bind must be an address of this machine, not " + bind, e);
        }
    }

    /** The address as it stands in a URL. */
    String host() {
        return bind.contains(":") ? "[" + bind + "]" : bind;
    }
}
