package io.laio.http.process;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts children of one kind, one after the other or several at once. May be used by any threads, but for an event loop: starting
 * blocks.
 *
 * <p>A child inherits the control group and the processors of the calling thread, and the standard error. It has no standard input
 * and output. The descriptors of the parent are not inherited: what a child may use is passed to it.
 */
public final class ChildStarter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChildStarter.class);
    private static final int START_TIMEOUT_MILLIS = 30_000;
    private static final int REFUSED_BY_THE_JVM = 1;

    private final ChildJvm jvm;
    private final Set<Process> starting = new HashSet<>();
    private AotCache cache;
    private boolean closed;

    /**
     * Makes a starter.
     *
     * @param jvm what to start
     * @param cache what makes starting faster; where it is missing or the JVM refuses it, that is logged once
     */
    public ChildStarter(ChildJvm jvm, AotCache cache) {
        this.jvm = jvm;
        this.cache = cache;
    }

    /**
     * Starts a child and waits until it has connected.
     *
     * @param linux the kernel, as seen by the calling thread
     * @param arguments what its main gets; one more argument, the last, is the name to give {@link MessageSocket#connect}
     * @return the child
     * @throws ChildFailedException if it does not start or does not connect
     */
    public ChildProcess start(Linux linux, String... arguments) throws ChildFailedException {
        AotCache used = usableCache();
        try {
            return start(linux, used.options(), arguments);
        } catch (ChildFailedException e) {
            if (used.options().isEmpty() || e.exitStatus() != REFUSED_BY_THE_JVM) {
                throw e;
            }
        }
        ChildProcess without = start(linux, List.of(), arguments);
        refused(used); // it was the cache: without it the same child starts
        return without;
    }

    private synchronized AotCache usableCache() {
        if (cache instanceof AotCache.At at && !at.file().toFile().canRead()) {
            cache = new AotCache.None("there is no " + at.file());
        }
        if (cache instanceof AotCache.None none && !none.known()) {
            LOG.warn("child processes start without an AOT cache, slower and larger: {}", none.reason());
            cache = new AotCache.None("");
        }
        return cache;
    }

    private synchronized void refused(AotCache used) {
        if (cache.equals(used)) {
            LOG.warn("the JVM refuses {}, for the reason given above: child processes start without it", used);
            cache = new AotCache.None("");
        }
    }

    private ChildProcess start(Linux linux, List<String> aotOptions, String... arguments) throws ChildFailedException {
        try (Rendezvous rendezvous = Rendezvous.open(linux, START_TIMEOUT_MILLIS)) {
            List<String> all = new ArrayList<>(List.of(arguments));
            all.add(rendezvous.name());
            Process process = launch(jvm.command(aotOptions, all));
            CompletableFuture<?> watch = process.onExit().thenRun(rendezvous::giveUp);
            int socket = rendezvous.accept(process.pid());
            watch.cancel(false);
            if (!started(process) || socket < 0) {
                linux.close(socket);
                throw failed(process, socket);
            }
            return new ChildProcess(process, socket);
        }
    }

    private Process launch(List<String> command) throws ChildFailedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT);
        // Options meant for the parent: they would make the child larger, and an AOT cache fits one set of options.
        builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        synchronized (this) {
            if (closed) {
                throw new ChildFailedException("no more children are started", -1);
            }
            try {
                Process process = builder.start();
                starting.add(process);
                return process;
            } catch (IOException e) {
                throw new ChildFailedException("cannot start " + command.getFirst() + ": " + e.getMessage(), -1);
            }
        }
    }

    /** Whether it may go on: nobody has asked for the end meanwhile. */
    private synchronized boolean started(Process process) {
        starting.remove(process);
        return !closed;
    }

    private static ChildFailedException failed(Process process, int socket) {
        boolean ended = !process.isAlive();
        process.destroyForcibly();
        String why = ended
                ? "it ended with status " + process.exitValue() + " before it connected"
                : "it did not connect: " + Errno.describe(Math.abs(socket));
        return new ChildFailedException(
                "child process " + process.pid() + ": " + why, ended ? process.exitValue() : -1);
    }

    /** Kills the children that are starting, whose {@link #start} fails; there will be no more. Others are their owners'. */
    @Override
    public void close() {
        List<Process> killed;
        synchronized (this) {
            closed = true;
            killed = new ArrayList<>(starting);
        }
        killed.forEach(Process::destroyForcibly);
    }
}
