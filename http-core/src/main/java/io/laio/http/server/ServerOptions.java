package io.laio.http.server;

import io.laio.http.connection.ConnectionLimits;
import io.laio.http.protocol.AccessLogLine;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a server is started.
 *
 * @param documentRoot the directory whose files it serves
 * @param address where it listens; port 0 lets the kernel choose
 * @param loops how many event loops share the port, 1 or more; the study uses 1
 * @param limits what clients may ask, each loop for itself
 * @param cacheEntries the most documents a loop keeps open
 * @param cacheValidityMillis how long a loop believes a name that it has looked up; 0 looks every time
 * @param mode how calls are made by a server that makes them through the library
 * @param statistics whether {@code /.laio/stats} answers
 * @param accessLog file to append a line for every response to, null for none
 * @param accessLogFormat the lines' format
 * @param stopTimeoutMillis how long responses under way may go on when the server stops
 * @param values what was asked of the options that only some servers have; those that are absent have their defaults
 */
public record ServerOptions(
        Path documentRoot,
        InetSocketAddress address,
        int loops,
        ConnectionLimits limits,
        int cacheEntries,
        int cacheValidityMillis,
        LaioMode mode,
        boolean statistics,
        @Nullable Path accessLog,
        AccessLogLine.Format accessLogFormat,
        int stopTimeoutMillis,
        Map<ServerOption, Integer> values) {
    /** Flash's pathname cache has 6,000 names (PAPER.md section 2). */
    public static final int DEFAULT_CACHE_ENTRIES = 6_000;

    /** A changed file shows after a second at most; the study sets Flash's 600 s. */
    public static final int DEFAULT_CACHE_VALIDITY_MILLIS = 1_000;

    /** Checks the ranges. */
    public ServerOptions {
        require(loops >= 1, "loops must be 1 or more, is " + loops);
        require(cacheEntries >= 1, "cacheEntries must be 1 or more, is " + cacheEntries);
        require(cacheValidityMillis >= 0, "cacheValidityMillis must be 0 or more, is " + cacheValidityMillis);
        require(stopTimeoutMillis >= 0, "stopTimeoutMillis must be 0 or more, is " + stopTimeoutMillis);
        values.forEach(ServerOption::check);
        values = Map.copyOf(values);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * Everything as it is by default.
     *
     * @param documentRoot the directory whose files are served
     * @param address where to listen
     * @return the options
     */
    public static ServerOptions of(Path documentRoot, InetSocketAddress address) {
        return new ServerOptions(
                documentRoot,
                address,
                1,
                ConnectionLimits.DEFAULTS,
                DEFAULT_CACHE_ENTRIES,
                DEFAULT_CACHE_VALIDITY_MILLIS,
                LaioMode.DEFAULT,
                false,
                null,
                AccessLogLine.Format.COMMON,
                10_000,
                Map.of());
    }

    /**
     * The same with other limits.
     *
     * @param other what clients may ask
     * @return a copy
     */
    public ServerOptions withLimits(ConnectionLimits other) {
        return new ServerOptions(
                documentRoot,
                address,
                loops,
                other,
                cacheEntries,
                cacheValidityMillis,
                mode,
                statistics,
                accessLog,
                accessLogFormat,
                stopTimeoutMillis,
                values);
    }

    /**
     * The same with another validity of names.
     *
     * @param millis how long a name is believed
     * @return a copy
     */
    public ServerOptions withCacheValidityMillis(int millis) {
        return new ServerOptions(
                documentRoot,
                address,
                loops,
                limits,
                cacheEntries,
                millis,
                mode,
                statistics,
                accessLog,
                accessLogFormat,
                stopTimeoutMillis,
                values);
    }

    /**
     * The same with calls made in another way.
     *
     * @param other how
     * @return a copy
     */
    public ServerOptions withMode(LaioMode other) {
        return new ServerOptions(
                documentRoot,
                address,
                loops,
                limits,
                cacheEntries,
                cacheValidityMillis,
                other,
                statistics,
                accessLog,
                accessLogFormat,
                stopTimeoutMillis,
                values);
    }

    /**
     * The same with another number of loops.
     *
     * @param count how many event loops share the port
     * @return a copy
     */
    public ServerOptions withLoops(int count) {
        return new ServerOptions(
                documentRoot,
                address,
                count,
                limits,
                cacheEntries,
                cacheValidityMillis,
                mode,
                statistics,
                accessLog,
                accessLogFormat,
                stopTimeoutMillis,
                values);
    }

    /**
     * The same with something asked of an option.
     *
     * @param option which
     * @param value what is asked for
     * @return a copy
     * @throws IllegalArgumentException if the option does not permit that
     */
    public ServerOptions withValue(ServerOption option, int value) {
        Map<ServerOption, Integer> others = new HashMap<>(values);
        others.put(option, value);
        return new ServerOptions(
                documentRoot,
                address,
                loops,
                limits,
                cacheEntries,
                cacheValidityMillis,
                mode,
                statistics,
                accessLog,
                accessLogFormat,
                stopTimeoutMillis,
                others);
    }

    /**
     * What an option is.
     *
     * @param option one of the server's own
     * @return what was asked for, else its default
     */
    public int value(ServerOption option) {
        return values.getOrDefault(option, option.defaultValue());
    }
}
