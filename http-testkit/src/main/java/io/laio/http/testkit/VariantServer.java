package io.laio.http.testkit;

import io.laio.http.connection.ConnectionLimits;
import io.laio.http.server.LaioMode;
import io.laio.http.server.Server;
import io.laio.http.server.ServerOptions;
import io.laio.http.server.ServerVariant;
import io.laio.http.server.UnfitEnvironmentException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A server of the table, running in the JVM of the test. */
public final class VariantServer implements RunningServer {
    private final Server server;

    private VariantServer(Server server) {
        this.server = server;
    }

    /**
     * Starts a server on a free port of the loopback address.
     *
     * @param variant which
     * @param docroot what to serve
     * @param settings how
     * @return the server, ready for requests
     * @throws UnfitEnvironmentException if this machine cannot run it
     */
    public static VariantServer start(ServerVariant variant, Path docroot, ServerSettings settings)
            throws UnfitEnvironmentException {
        return start(variant, LaioMode.DEFAULT, docroot, settings);
    }

    /**
     * Starts a server on a free port of the loopback address.
     *
     * @param variant which
     * @param mode how it makes its calls, if it makes them through the library
     * @param docroot what to serve
     * @param settings how
     * @return the server, ready for requests
     * @throws UnfitEnvironmentException if this machine cannot run it
     */
    public static VariantServer start(ServerVariant variant, LaioMode mode, Path docroot, ServerSettings settings)
            throws UnfitEnvironmentException {
        return new VariantServer(
                Server.start(variant, options(docroot, settings).withMode(mode)));
    }

    /**
     * Starts a server with several loops on a free port of the loopback address. A loop has its own limit on connections: where
     * a test asks for another than {@link ServerSettings#patient}'s, the server gets a single loop, to which alone it applies.
     *
     * @param variant which
     * @param loops how many
     * @param docroot what to serve
     * @param settings how
     * @return the server, ready for requests
     * @throws UnfitEnvironmentException if this machine cannot run it
     */
    public static VariantServer startWithLoops(ServerVariant variant, int loops, Path docroot, ServerSettings settings)
            throws UnfitEnvironmentException {
        boolean limited = settings.maxConnections() != ServerSettings.patient().maxConnections();
        return new VariantServer(
                Server.start(variant, options(docroot, settings).withLoops(limited ? 1 : loops)));
    }

    /**
     * Starts a server on a free port of the loopback address.
     *
     * @param variant which
     * @param further asks for what the settings do not say, such as options that only this server has
     * @param docroot what to serve
     * @param settings how
     * @return the server, ready for requests
     * @throws UnfitEnvironmentException if this machine cannot run it
     */
    public static VariantServer startWith(
            ServerVariant variant, UnaryOperator<ServerOptions> further, Path docroot, ServerSettings settings)
            throws UnfitEnvironmentException {
        return new VariantServer(Server.start(variant, further.apply(options(docroot, settings))));
    }

    private static ServerOptions options(Path docroot, ServerSettings settings) {
        ConnectionLimits defaults = ConnectionLimits.DEFAULTS;
        ConnectionLimits limits = new ConnectionLimits(
                defaults.request(),
                settings.maxConnections(),
                settings.headerTimeoutMillis(),
                settings.idleTimeoutMillis(),
                defaults.responseTimeoutMillis(),
                ServerSettings.NEVER_IN_A_TEST_MILLIS);
        return ServerOptions.of(docroot, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withLimits(limits)
                .withCacheValidityMillis(settings.nameCacheValidityMillis());
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
