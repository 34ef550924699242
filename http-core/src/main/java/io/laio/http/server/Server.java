package io.laio.http.server;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A running server: loops, threads or processes on one port. Methods may be called from any thread.
 */
public final class Server implements AutoCloseable {
    private static final int HOW_BYTES = 32;
    private static final int PATH_BYTES = 4096;
    private static final int SPARE_DESCRIPTORS = 256;

    private final ServerVariant variant;
    private final String laziness;
    private final Linux linux;
    private final List<Integer> listeners;
    private final int root;
    private final int port;
    private final Workforce workforce;
    private final @Nullable AccessLog accessLog;
    private boolean listening = true;
    private boolean freed;

    private Server(
            ServerVariant variant,
            String laziness,
            Linux linux,
            List<Integer> listeners,
            int root,
            Workforce workforce,
            @Nullable AccessLog accessLog) {
        this.variant = variant;
        this.laziness = laziness;
        this.linux = linux;
        this.listeners = listeners;
        this.root = root;
        this.port = Listener.portOf(linux, listeners.getFirst());
        this.workforce = workforce;
        this.accessLog = accessLog;
    }

    /**
     * Starts a server; it serves when this returns.
     *
     * @param variant which server
     * @param options how
     * @return the server, which the caller closes
     * @throws UnfitEnvironmentException if the document root, the address or the machine is not fit for it
     */
    public static Server start(ServerVariant variant, ServerOptions options) throws UnfitEnvironmentException {
        return start(variant, options, Linux::open);
    }

    /** Starts a server over a kernel of the caller's choice; each thread gets an instance of its own. */
    static Server start(ServerVariant variant, ServerOptions options, Supplier<Linux> kernel)
            throws UnfitEnvironmentException {
        return new ServerStarter(variant, options, kernel).start();
    }

    /** Acquires what a server needs, one thing after the other, and gives it back if the next cannot be had. */
    private static final class ServerStarter {
        private final ServerVariant variant;
        private final String laziness;
        private ServerOptions options;
        private final Supplier<Linux> kernel;
        private final Linux linux;
        private final List<Integer> listeners = new ArrayList<>();
        private int root = -1;
        private @Nullable Workforce workforce;
        private @Nullable AccessLog accessLog;

        ServerStarter(ServerVariant variant, ServerOptions options, Supplier<Linux> kernel) {
            this.variant = variant;
            this.laziness =
                    variant.engines().isEmpty() ? "none" : options.mode().lazinessWord();
            this.options = options;
            this.kernel = kernel;
            this.linux = kernel.get();
        }

        Server start() throws UnfitEnvironmentException {
            try {
                root = openRoot(options.documentRoot());
                accessLog = openLog(options);
                Listener.open(linux, options.address(), options.loops(), listeners);
                options = affordable(options);
                DescriptorTable.grow(linux, root, descriptorsNeeded());
                workforce =
                        variant.workforce(new WorkforceContext(variant, options, kernel, listeners, root, accessLog));
                workforce.start();
                return new Server(variant, laziness, linux, List.copyOf(listeners), root, workforce, accessLog);
            } catch (UnfitEnvironmentException | RuntimeException e) {
                unwind();
                throw e;
            }
        }

        private ServerOptions affordable(ServerOptions asked) {
            int affordable = DescriptorBudget.connectionsPerLoop(
                    linux,
                    root,
                    asked.loops(),
                    variant.descriptors(asked),
                    variant.profile().cachesNames());
            if (asked.limits().maxConnections() <= affordable) {
                return asked;
            }
            LoggerFactory.getLogger(Server.class)
                    .warn(
                            "a loop serves {} connections at once instead of {}: the limit on open files carries no more"
                                    + " (raise it with ulimit -n, or ask for less with --max-connections)",
                            affordable,
                            asked.limits().maxConnections());
            return asked.withLimits(asked.limits().withMaxConnections(affordable));
        }

        private int descriptorsNeeded() {
            int connections = options.limits().maxConnections();
            int documents = variant.profile().cachesNames() ? options.cacheEntries() : connections;
            return SPARE_DESCRIPTORS + variant.descriptors(options) + options.loops() * (documents + connections);
        }

        private int openRoot(Path directory) throws UnfitEnvironmentException {
            try (NativeBuffer memory = new NativeBuffer(HOW_BYTES + PATH_BYTES)) {
                OpenHow.put(memory.address(), OpenHow.O_RDONLY | OpenHow.O_DIRECTORY | OpenHow.O_CLOEXEC, 0, 0);
                Memory.putString(memory.address() + HOW_BYTES, PATH_BYTES, directory.toString());
                int fd = linux.openat2(OpenHow.AT_FDCWD, memory.address() + HOW_BYTES, memory.address());
                if (fd < 0) {
                    throw new UnfitEnvironmentException(
                            "cannot serve " + directory + ": " + Errno.describe(-fd)
                                    + "; --docroot must name a readable directory",
                            null);
                }
                return fd;
            }
        }

        private static @Nullable AccessLog openLog(ServerOptions options) throws UnfitEnvironmentException {
            Path file = options.accessLog();
            try {
                return file == null ? null : AccessLog.open(file, options.accessLogFormat());
            } catch (IOException e) {
                throw new UnfitEnvironmentException(
                        "cannot write the access log " + file + ": " + reason(e)
                                + "; --access-log must name a file that can be written",
                        e);
            }
        }

        private static String reason(IOException failure) {
            return switch (failure) {
                case NoSuchFileException missing -> "its directory does not exist";
                case AccessDeniedException denied -> "permission denied";
                case FileSystemException other when other.getReason() != null -> other.getReason();
                default -> String.valueOf(failure.getMessage());
            };
        }

        private void unwind() {
            if (workforce != null) {
                workforce.stop();
                awaitAll(workforce.ends());
            }
            listeners.forEach(linux::close);
            if (root >= 0) {
                linux.close(root);
            }
            if (accessLog != null) {
                accessLog.close();
            }
        }
    }

    /**
     * Where the server listens.
     *
     * @return the TCP port
     */
    public int port() {
        return port;
    }

    /**
     * Which server it is.
     *
     * @return its row of the table
     */
    public ServerVariant variant() {
        return variant;
    }

    /**
     * What carries out its asynchronous calls.
     *
     * @return the engine's name, {@code none} if there are no asynchronous calls; all of them, joined by {@code +}, if its
     *     loops could not have the same
     */
    public String engine() {
        return workforce.engine();
    }

    /**
     * Why a loop has another engine than was preferred.
     *
     * @return the reason; empty if all have what was preferred
     */
    public String engineReason() {
        return workforce.engineReason();
    }

    /**
     * How lazily it makes its calls.
     *
     * @return {@code on}, {@code direct} or {@code off}; {@code none} if it makes none through the library
     */
    public String laziness() {
        return laziness;
    }

    /**
     * Waits until a loop, thread or process fails or all are over.
     *
     * @throws ServerFailedException if one failed; the others still run until {@link #close}
     */
    public void awaitEnd() {
        CompletableFuture<?> failure = new CompletableFuture<>();
        for (CompletableFuture<Boolean> end : workforce.ends()) {
            end.exceptionally(e -> {
                failure.completeExceptionally(e);
                return false;
            });
        }
        CompletableFuture<?>[] ends = workforce.ends().toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(ends), failure).join();
        } catch (CompletionException e) {
            throw ServerFailedException.because(e);
        }
    }

    /**
     * Stops accepting, finishes what is under way up to the deadline, and frees everything; returns when that is done. Closing
     * twice does nothing.
     */
    @Override
    public void close() {
        workforce.stop();
        awaitAll(workforce.ends());
        free();
    }

    /**
     * Closes, but waits no longer than it is told. A disk that does not answer holds those that wait for it, and what they gave the
     * kernel to read into is the kernel's until it answers: when the time is up nothing is freed but the port, for another server,
     * and the process had better end.
     *
     * @param millis the longest wait
     * @return whether all came to its end, and everything is freed
     */
    public boolean closeWithin(long millis) {
        workforce.stop();
        CompletableFuture<?>[] ends = workforce.ends().stream()
                .map(end -> end.exceptionally(e -> false))
                .toArray(CompletableFuture<?>[]::new);
        boolean over = CompletableFuture.allOf(ends)
                .thenApply(nothing -> true)
                .completeOnTimeout(false, millis, TimeUnit.MILLISECONDS)
                .join();
        if (over) {
            free();
        } else {
            closeListeners();
        }
        return over;
    }

    private static void awaitAll(List<CompletableFuture<Boolean>> ends) {
        ends.forEach(end -> end.exceptionally(e -> false).join());
    }

    private synchronized void free() {
        if (freed) {
            return; // by now the numbers of its descriptors may be others'
        }
        freed = true;
        closeListeners();
        linux.close(root);
        if (accessLog != null) {
            accessLog.close();
        }
    }

    private synchronized void closeListeners() {
        if (listening) {
            listening = false;
            listeners.forEach(linux::close);
        }
    }
}
