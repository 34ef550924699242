package io.laio.http.server;

import java.util.function.IntConsumer;
import org.slf4j.LoggerFactory;

/** While it is installed, SIGTERM, SIGINT and SIGHUP stop the server in order. */
final class StopOnSignal {
    /**
     * How much longer than responses the server may take: the 2 s that loops and processes give the disk after the last response,
     * and as much again, and a half, to end. Only a disk that does not answer makes it last longer: for ever, perhaps.
     */
    static final int GRACE_MILLIS = 5_000;

    private final Server server;
    private final long patienceMillis;
    private final IntConsumer halt;
    private final Thread hook = new Thread(this::stop, "stop");

    StopOnSignal(Server server, long patienceMillis, IntConsumer halt) {
        this.server = server;
        this.patienceMillis = patienceMillis;
        this.halt = halt;
    }

    static StopOnSignal install(Server server, int stopTimeoutMillis) {
        StopOnSignal stop = new StopOnSignal(
                server,
                (long) stopTimeoutMillis + GRACE_MILLIS,
                status -> Runtime.getRuntime().halt(status));
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /**
     * The JVM by itself ends with 128 + the signal's number; an orderly end is a success, so the exit code is set here. Where the
     * disk holds the server the process ends all the same, with all memory in its place: the kernel may still write to it.
     */
    void stop() {
        if (server.closeWithin(patienceMillis)) {
            halt.accept(endedInOrder() ? 0 : 1);
        } else {
            LoggerFactory.getLogger(StopOnSignal.class)
                    .error(
                            "the server was told to stop {} ms ago and still waits for the disk: the process ends without it"
                                    + " (look for the disk in the kernel's log)",
                            patienceMillis);
            halt.accept(1);
        }
    }

    private boolean endedInOrder() {
        try {
            server.awaitEnd();
            return true;
        } catch (ServerFailedException failure) {
            return false;
        }
    }

    /** The server ended by itself: the exit code is the command's. */
    void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // A signal came: the hook runs, and ends the process.
        }
    }
}
