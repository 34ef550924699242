package io.laio.http.testkit;

/** A server that a test started and must close. */
public interface RunningServer extends AutoCloseable {
    /**
     * Where it listens on the loopback address.
     *
     * @return a TCP port of 127.0.0.1
     */
    int port();

    /** Stops the server and returns once its port and its files are released. */
    @Override
    void close();
}
