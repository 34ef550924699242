package io.laio.http.connection;

/** What a server counts, besides its operations and responses. */
public enum Counter {
    /** Connections that were accepted. */
    CONNECTIONS_ACCEPTED("connectionsAccepted"),
    /** Connections refused with 503 because the limit was reached. */
    CONNECTIONS_REFUSED("connectionsRefused"),
    /** Connections that ended, for whatever reason. */
    CONNECTIONS_CLOSED("connectionsClosed"),
    /** Requests that were read completely, or refused. */
    REQUESTS("requests"),
    /** Bytes of responses, heads included, that the kernel took. */
    BYTES_SENT("bytesSent"),
    /** Clients that were gone before their response was sent. */
    CLIENTS_VANISHED("clientsVanished"),
    /** Connections ended because the client was too slow with a request's head. */
    HEADER_TIMEOUTS("headerTimeouts"),
    /** Connections ended because nothing moved for too long. */
    IDLE_TIMEOUTS("idleTimeouts"),
    /** Connections ended because a response took too long as a whole. */
    RESPONSE_TIMEOUTS("responseTimeouts"),
    /** Responses broken off by the server: the file was cut short or could not be read, or memory ran out. */
    RESPONSES_BROKEN("responsesBroken"),
    /** How often accepting stopped because descriptors or memory ran out. */
    ACCEPT_PAUSES("acceptPauses"),
    /** Lines that were not written because the access log could not keep up. */
    LOG_LINES_LOST("logLinesLost");

    private final String label;

    Counter(String label) {
        this.label = label;
    }

    /**
     * Its name in statistics.
     *
     * @return in camel case
     */
    public String label() {
        return label;
    }
}
