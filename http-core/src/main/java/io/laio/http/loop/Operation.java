package io.laio.http.loop;

/** The potentially blocking operations of a server, as claim C1 of the study counts them. */
public enum Operation {
    /** Taking a connection. */
    ACCEPT("accept"),
    /** Receiving bytes of a request. */
    RECV("recv"),
    /** Sending a response, or a part of one. */
    SEND("send"),
    /** Opening a file: name conversion. */
    OPEN("open"),
    /** Asking for a file's metadata. */
    STAT("stat"),
    /** Making a part of a file ready to be sent. */
    READ("read");

    private final String label;

    Operation(String label) {
        this.label = label;
    }

    /**
     * Its name in statistics and results.
     *
     * @return a lower-case word
     */
    public String label() {
        return label;
    }
}
