package io.laio.http.server;

import io.laio.http.connection.Counters;
import io.laio.http.connection.ResponseLog;
import io.laio.http.connection.StatisticsResource;
import io.laio.http.protocol.DateLine;
import io.laio.linux.Linux;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every server has before anything serves: the document root, listening sockets, the access log. */
public final class WorkforceContext {
    private final ServerVariant variant;
    private final ServerOptions options;
    private final Supplier<Linux> kernels;
    private final List<Integer> listeners;
    private final int root;
    private final @Nullable AccessLog accessLog;

    WorkforceContext(
            ServerVariant variant,
            ServerOptions options,
            Supplier<Linux> kernels,
            List<Integer> listeners,
            int root,
            @Nullable AccessLog accessLog) {
        this.variant = variant;
        this.options = options;
        this.kernels = kernels;
        this.listeners = List.copyOf(listeners);
        this.root = root;
        this.accessLog = accessLog;
    }

    /**
     * What a process has that serves for another: the one whose server it is, which opened everything but the access log.
     *
     * @param variant the server
     * @param options how it was started
     * @param kernels opens the kernel for a thread
     * @param listener the listening socket, which the caller closes
     * @param root the document root, which the caller closes
     * @return a context, whose log the caller closes
     * @throws IOException if the access log cannot be opened
     */
    public static WorkforceContext ofProcess(
            ServerVariant variant, ServerOptions options, Supplier<Linux> kernels, int listener, int root)
            throws IOException {
        Path file = options.accessLog();
        AccessLog log = file == null ? null : AccessLog.open(file, options.accessLogFormat());
        return new WorkforceContext(variant, options, kernels, List.of(listener), root, log);
    }

    /** Writes what the access log of {@link #ofProcess} has not written yet; nothing serves any more. */
    public void closeLog() {
        if (accessLog != null) {
            accessLog.close();
        }
    }

    ServerVariant variant() {
        return variant;
    }

    @Nullable
    AccessLog accessLog() {
        return accessLog;
    }

    /**
     * How the server was started, its limits as far as this machine carries them.
     *
     * @return the options
     */
    public ServerOptions options() {
        return options;
    }

    /**
     * Opens the kernel for a thread.
     *
     * @return an instance for each that asks
     */
    public Supplier<Linux> kernels() {
        return kernels;
    }

    /**
     * Sockets that listen on the server's port, non-blocking; the server closes them after the last end.
     *
     * @return descriptors, one for each loop; a single one if the server is not event-driven
     */
    public List<Integer> listeners() {
        return listeners;
    }

    /**
     * The document root; the server closes it after the last end.
     *
     * @return the directory's descriptor
     */
    public int root() {
        return root;
    }

    /**
     * The access log as one thread sees it.
     *
     * @param linux the thread's kernel
     * @param dateLine tells the time of its lines
     * @param counters counts lines that were lost
     * @return the log, {@link ResponseLog#NONE} if none is asked for
     */
    public ResponseLog log(Linux linux, DateLine dateLine, Counters counters) {
        return accessLog == null ? ResponseLog.NONE : accessLog.on(linux, dateLine, counters);
    }

    /**
     * The statistics of a server without event loops.
     *
     * @param source what they are made of
     * @return what {@code /.laio/stats} answers, null if it is not asked for
     */
    public @Nullable StatisticsResource statistics(StatisticsSource source) {
        return options.statistics() ? new Statistics(variant.name(), source) : null;
    }
}
