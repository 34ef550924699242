package io.laio.workload.imports;

/** What came of a line of a log. */
sealed interface ParsedLine {
    /**
     * A request and its answer.
     *
     * @param virtualHost the site, {@code name} or {@code name:port}; empty where the log does not tell
     * @param host the client
     * @param epochSeconds when
     * @param method e.g. GET
     * @param target the request target as it was sent, one character a byte
     * @param status the answer's status code
     * @param bytes how many bytes of content were sent
     */
    record Entry(
            String virtualHost, String host, long epochSeconds, String method, String target, int status, long bytes)
            implements ParsedLine {}

    /** The line says nothing that can be used; why. */
    record Rejected(String reason) implements ParsedLine {}
}
