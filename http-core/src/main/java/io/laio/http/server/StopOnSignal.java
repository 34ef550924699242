package io.laio.http.server;

/** While it is installed, SIGTERM, SIGINT and SIGHUP stop the server in order. */
final class StopOnSignal {
    private final Server server;
    private final Thread hook = new Thread(this::stop, "stop");

    private StopOnSignal(Server server) {
        this.server = server;
    }

    static StopOnSignal install(Server server) {
        StopOnSignal stop = new StopOnSignal(server);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /** The JVM by itself ends with 128 + the signal's number; an orderly end is a success, so the exit code is set here. */
    private void stop() {
        server.close();
        Runtime.getRuntime().halt(endedInOrder() ? 0 : 1);
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
