package io.laio.http.server;

import io.laio.http.server.ServerLoop.LoopState;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A running server: one or more loops on one port. Methods may be called from any thread.
 */
public final class Server implements AutoCloseable {
    private static final int HOW_BYTES = 32;
    private static final int PATH_BYTES = 4096;
    private static final int SPARE_DESCRIPTORS = 256;

    private final ServerVariant variant;
    private final Linux linux;
    private final List<Integer> listeners;
    private final int root;
    private final int port;
    private final List<ServerLoop> loops;
    private final List<LoopState> states;
    private final @Nullable AccessLog accessLog;

    private Server(
            ServerVariant variant,
            Linux linux,
            List<Integer> listeners,
            int root,
            List<ServerLoop> loops,
            List<LoopState> states,
            @Nullable AccessLog accessLog) {
        this.variant = variant;
        this.linux = linux;
        this.listeners = listeners;
        this.root = root;
        this.port = Listener.portOf(linux, listeners.getFirst());
        this.loops = loops;
        this.states = states;
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
        return new ServerStarter(variant, options).start();
    }

    /** Acquires what a server needs, one thing after the other, and gives it back if the next cannot be had. */
    private static final class ServerStarter {
        private final ServerVariant variant;
        private final ServerOptions options;
        private final Linux linux = Linux.open();
        private final List<Integer> listeners = new ArrayList<>();
        private final List<ServerLoop> loops = new ArrayList<>();
        private final List<LoopState> states = new ArrayList<>();
        private int root = -1;
        private @Nullable AccessLog accessLog;

        ServerStarter(ServerVariant variant, ServerOptions options) {
            this.variant = variant;
            this.options = options;
        }

        Server start() throws UnfitEnvironmentException {
            try {
                root = openRoot(options.documentRoot());
                accessLog = openLog(options);
                DescriptorTable.grow(linux, root, descriptorsNeeded());
                listen();
                startLoops();
                return new Server(variant, linux, List.copyOf(listeners), root, loops, states, accessLog);
            } catch (UnfitEnvironmentException | RuntimeException e) {
                unwind();
                throw e;
            }
        }

        private int descriptorsNeeded() {
            return SPARE_DESCRIPTORS
                    + options.loops()
                            * (options.cacheEntries() + options.limits().maxConnections());
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
                throw new UnfitEnvironmentException("cannot write the access log " + file + ": " + e.getMessage(), e);
            }
        }

        private void listen() throws UnfitEnvironmentException {
            listeners.add(Listener.open(linux, options.address()));
            int port = Listener.portOf(linux, listeners.getFirst());
            InetSocketAddress same = new InetSocketAddress(options.address().getAddress(), port);
            for (int i = 1; i < options.loops(); i++) {
                listeners.add(Listener.open(linux, same));
            }
        }

        private void startLoops() throws UnfitEnvironmentException {
            Statistics statistics = options.statistics() ? new Statistics(variant.name(), options, states) : null;
            for (int i = 0; i < options.loops(); i++) {
                ServerLoop loop = new ServerLoop(variant, options, listeners.get(i), root, accessLog, statistics);
                loops.add(loop);
                Thread.ofPlatform().name("loop-" + i).start(loop);
            }
            for (ServerLoop loop : loops) {
                states.add(await(loop));
            }
        }

        private static LoopState await(ServerLoop loop) throws UnfitEnvironmentException {
            try {
                return loop.started().join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof UnfitEnvironmentException unfit) {
                    throw unfit;
                }
                throw e;
            }
        }

        private void unwind() {
            for (ServerLoop loop : loops) {
                loop.started().exceptionally(e -> null).thenRun(loop::stop).join();
                loop.ended().exceptionally(e -> false).join();
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
     * @return the engine's name, {@code none} if there are no asynchronous calls
     */
    public String engine() {
        return states.getFirst().engine();
    }

    /**
     * Waits until a loop fails or all are over.
     *
     * @throws CompletionException with the cause, if a loop failed
     */
    public void awaitEnd() {
        loops.forEach(loop -> loop.ended().join());
    }

    /** Stops accepting, finishes what is under way up to the deadline, and frees everything. */
    @Override
    public void close() {
        loops.forEach(ServerLoop::stop);
        loops.forEach(loop -> loop.ended().exceptionally(e -> false).join());
        synchronized (this) {
            listeners.forEach(linux::close);
            linux.close(root);
            if (accessLog != null) {
                accessLog.close();
            }
        }
    }
}
