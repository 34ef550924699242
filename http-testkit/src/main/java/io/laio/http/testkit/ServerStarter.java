package io.laio.http.testkit;

import java.nio.file.Path;

/** Starts the kind of server that a contract is about. */
@FunctionalInterface
public interface ServerStarter {
    /**
     * Starts a server on a free port of the loopback address.
     *
     * @param docroot what to serve
     * @param settings how
     * @return the server, ready for requests
     * @throws Exception if it does not start
     */
    RunningServer start(Path docroot, ServerSettings settings) throws Exception;
}
