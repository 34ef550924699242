package io.laio.http.server;

import io.laio.http.connection.ConnectionLimits;
import io.laio.http.protocol.AccessLogLine;
import io.laio.http.protocol.RequestLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/** Options under which no deadline shows in a test, and every change of a file shows at once. */
final class TestServers {
    static final int NEVER_MILLIS = 600_000;

    private TestServers() {}

    static ServerOptions options(Path root) {
        return options(root, 100, 1, NEVER_MILLIS);
    }

    static ServerOptions options(Path root, int maxConnections, int loops, int stopTimeoutMillis) {
        ConnectionLimits limits = new ConnectionLimits(
                RequestLimits.DEFAULT, maxConnections, NEVER_MILLIS, NEVER_MILLIS, NEVER_MILLIS, NEVER_MILLIS);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new ServerOptions(
                root,
                address,
                loops,
                limits,
                50,
                0,
                LaioMode.DEFAULT,
                true,
                null,
                AccessLogLine.Format.COMMON,
                stopTimeoutMillis,
                Map.of());
    }
}
