package io.laio.comparison.contestant;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A contestant that answers requests. Closing it ends it and everything it started. */
public final class RunningContestant implements AutoCloseable {
    private final Launch launch;
    private final Process process;
    private final ProcessTree tree;
    private final Readiness readiness;

    RunningContestant(Launch launch, Process process, ProcessTree tree, Readiness readiness) {
        this.launch = launch;
        this.process = process;
        this.tree = tree;
        this.readiness = readiness;
    }

    /**
     * Where it listens.
     *
     * @return an address of its network; who makes a socket to it has to be at the clients' end
     */
    public InetSocketAddress address() {
        return launch.address(readiness.port());
    }

    /**
     * How it carries out asynchronous calls, as its start-up line says.
     *
     * @return {@code ring}, {@code workers}, or {@code none}
     */
    public String engine() {
        return readiness.engine();
    }

    /**
     * Why it carries them out so, if it would have preferred another way, as its start-up line says.
     *
     * @return the reason; empty if it gives none
     */
    public String engineReason() {
        return readiness.engineReason();
    }

    /**
     * Whether clients open a connection for each request.
     *
     * @return false if they keep a connection for a sequence of requests
     */
    public boolean connectionPerRequest() {
        return launch.contestant().connectionPerRequest();
    }

    /**
     * Where to ask it for its statistics.
     *
     * @return a client; empty if it keeps no statistics
     */
    public Optional<StatisticsClient> statistics() {
        return launch.contestant()
                .statisticsPath()
                .map(path -> new StatisticsClient(launch.network(), address(), path));
    }

    /**
     * The processes that it consists of.
     *
     * @return the tree
     */
    public ProcessTree processes() {
        return tree;
    }

    /**
     * Waits for the contestant's own process to end by itself.
     *
     * @param patience how long at most; less if this thread is interrupted
     * @return whether it has ended
     */
    public boolean hasEndedWithin(Duration patience) {
        try {
            return process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /**
     * With what its process ended.
     *
     * @return the exit code, or 128 and the signal's number; empty while it runs
     */
    public OptionalInt exitStatus() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /**
     * Where its output is.
     *
     * @return a file
     */
    public Path log() {
        return launch.log();
    }

    /**
     * How it is called.
     *
     * @return the contestant's name
     */
    public String name() {
        return launch.contestant().name();
    }

    /** Asks it to end, and after some seconds ends it and all it started. */
    @Override
    public void close() throws IOException {
        tree.end();
    }
}
