package io.laio.http.connection;

import io.laio.http.protocol.RequestLimits;

/**
 * What a client may ask of a server.
 *
 * @param request how large a request's head may be
 * @param maxConnections the most connections of a loop, 1 or more; the newest beyond that is refused with 503
 * @param headerTimeoutMillis how long a head may take from its first byte, or the first one from being accepted
 * @param idleTimeoutMillis how long a connection may stand without a byte moving: between requests, and while a response, or
 *     at most 256 KiB of it, waits for its client to read
 * @param responseTimeoutMillis how long a response may take as a whole
 * @param lingerTimeoutMillis how long a refused client is listened to after its answer, so that it can read that
 */
public record ConnectionLimits(
        RequestLimits request,
        int maxConnections,
        int headerTimeoutMillis,
        int idleTimeoutMillis,
        int responseTimeoutMillis,
        int lingerTimeoutMillis) {
    /** 10,000 connections; 10 s for a head, 60 s without a byte, 1 h for a response, 2 s to linger. */
    public static final ConnectionLimits DEFAULTS =
            new ConnectionLimits(RequestLimits.DEFAULT, 10_000, 10_000, 60_000, 3_600_000, 2_000);

    /** Checks the ranges. */
    public ConnectionLimits {
        require(maxConnections, "maxConnections");
        require(headerTimeoutMillis, "headerTimeoutMillis");
        require(idleTimeoutMillis, "idleTimeoutMillis");
        require(responseTimeoutMillis, "responseTimeoutMillis");
        require(lingerTimeoutMillis, "lingerTimeoutMillis");
    }

    /**
     * The same with another limit on connections.
     *
     * @param connections the most of a loop
     * @return a copy
     */
    public ConnectionLimits withMaxConnections(int connections) {
        return new ConnectionLimits(
                request,
                connections,
                headerTimeoutMillis,
                idleTimeoutMillis,
                responseTimeoutMillis,
                lingerTimeoutMillis);
    }

    private static void require(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be 1 or more, is " + value);
        }
    }
}
