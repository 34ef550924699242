package io.laio.http.server;

import io.laio.http.connection.ConnectionLimits;
import io.laio.http.protocol.AccessLogLine;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
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
        return with(draft -> draft.limits = other);
    }

    /**
     * The same with another number of loops.
     *
     * @param count how many event loops share the port
     * @return a copy
     */
    public ServerOptions withLoops(int count) {
        return with(draft -> draft.loops = count);
    }

    /**
     * The same with another size of the cache.
     *
     * @param count the most documents a loop keeps open
     * @return a copy
     */
    public ServerOptions withCacheEntries(int count) {
        return with(draft -> draft.cacheEntries = count);
    }

    /**
     * The same with another validity of names.
     *
     * @param millis how long a name is believed
     * @return a copy
     */
    public ServerOptions withCacheValidityMillis(int millis) {
        return with(draft -> draft.cacheValidityMillis = millis);
    }

    /**
     * The same with calls made in another way.
     *
     * @param other how
     * @return a copy
     */
    public ServerOptions withMode(LaioMode other) {
        return with(draft -> draft.mode = other);
    }

    /**
     * The same with statistics or without.
     *
     * @param wanted whether {@code /.laio/stats} answers
     * @return a copy
     */
    public ServerOptions withStatistics(boolean wanted) {
        return with(draft -> draft.statistics = wanted);
    }

    /**
     * The same with another access log.
     *
     * @param file the log, null for none
     * @param format its lines' format
     * @return a copy
     */
    public ServerOptions withAccessLog(@Nullable Path file, AccessLogLine.Format format) {
        return with(draft -> {
            draft.accessLog = file;
            draft.accessLogFormat = format;
        });
    }

    /**
     * The same with another time to stop.
     *
     * @param millis how long responses under way may go on
     * @return a copy
     */
    public ServerOptions withStopTimeoutMillis(int millis) {
        return with(draft -> draft.stopTimeoutMillis = millis);
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
        return with(draft -> draft.values.put(option, value));
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

    private ServerOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /** A copy that is being changed. */
    private static final class Draft {
        private final Path documentRoot;
        private final InetSocketAddress address;
        private int loops;
        private ConnectionLimits limits;
        private int cacheEntries;
        private int cacheValidityMillis;
        private LaioMode mode;
        private boolean statistics;
        private @Nullable Path accessLog;
        private AccessLogLine.Format accessLogFormat;
        private int stopTimeoutMillis;
        private final Map<ServerOption, Integer> values;

        Draft(ServerOptions from) {
            documentRoot = from.documentRoot;
            address = from.address;
            loops = from.loops;
            limits = from.limits;
            cacheEntries = from.cacheEntries;
            cacheValidityMillis = from.cacheValidityMillis;
            mode = from.mode;
            statistics = from.statistics;
            accessLog = from.accessLog;
            accessLogFormat = from.accessLogFormat;
            stopTimeoutMillis = from.stopTimeoutMillis;
            values = new HashMap<>(from.values);
        }

        ServerOptions finished() {
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
                    values);
        }
    }
}
