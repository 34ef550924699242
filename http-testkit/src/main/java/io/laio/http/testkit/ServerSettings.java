package io.laio.http.testkit;

/**
 * What a test asks of the server it wants started; everything else is the server's default.
 *
 * @param headerTimeoutMillis how long a client may take from the first byte of a request (or from being accepted) to the
 *     end of its header fields, in milliseconds; above 0
 * @param idleTimeoutMillis how long a connection may stand without a byte moving, between requests and while an answer
 *     waits for its client to read, in milliseconds; above 0
 * @param maxConnections how many connections are served at once; above 0
 * @param nameCacheValidityMillis how long the server may answer from what it remembers of a name before it looks at the
 *     file system again, in milliseconds; 0 means that every request looks
 */
public record ServerSettings(
        int headerTimeoutMillis, int idleTimeoutMillis, int maxConnections, int nameCacheValidityMillis) {
    /** Longer than any test takes. */
    static final int NEVER_IN_A_TEST_MILLIS = 600_000;

    /**
     * Settings under which no deadline and no limit shows in a test, and every change of a file shows at once.
     *
     * @return settings to start from
     */
    public static ServerSettings patient() {
        return new ServerSettings(NEVER_IN_A_TEST_MILLIS, NEVER_IN_A_TEST_MILLIS, 4096, 0);
    }

    /**
     * The same with another header deadline.
     *
     * @param millis the deadline in milliseconds
     * @return a copy
     */
    public ServerSettings withHeaderTimeoutMillis(int millis) {
        return new ServerSettings(millis, idleTimeoutMillis, maxConnections, nameCacheValidityMillis);
    }

    /**
     * The same with another idle deadline.
     *
     * @param millis the deadline in milliseconds
     * @return a copy
     */
    public ServerSettings withIdleTimeoutMillis(int millis) {
        return new ServerSettings(headerTimeoutMillis, millis, maxConnections, nameCacheValidityMillis);
    }

    /**
     * The same with another connection limit.
     *
     * @param connections how many are served at once
     * @return a copy
     */
    public ServerSettings withMaxConnections(int connections) {
        return new ServerSettings(headerTimeoutMillis, idleTimeoutMillis, connections, nameCacheValidityMillis);
    }

    /**
     * The same with another time for which names are remembered.
     *
     * @param millis the time in milliseconds
     * @return a copy
     */
    public ServerSettings withNameCacheValidityMillis(int millis) {
        return new ServerSettings(headerTimeoutMillis, idleTimeoutMillis, maxConnections, millis);
    }
}
