package io.laio.http.loop;

/** The potentially blocking operations of a server, as claim C1 of the study counts them: network and disk apart. */
public enum Operation {
    /** Taking a connection. */
    ACCEPT("accept", Kind.NETWORK),
    /** Receiving bytes of a request. */
    RECV("recv", Kind.NETWORK),
    /** Sending a response, or a part of one. */
    SEND("send", Kind.NETWORK),
    /** Opening a file: name conversion. */
    OPEN("open", Kind.DISK),
    /** Asking for a file's metadata. */
    STAT("stat", Kind.DISK),
    /** Making a part of a file ready to be sent. */
    READ("read", Kind.DISK),
    /** Sending a part of a file without a copy in the server. No server does: all send resident bytes in one and the same way. */
    SENDFILE("sendfile", Kind.DISK);

    private final String label;
    private final Kind kind;

    Operation(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** What an operation may have to wait for. */
    public enum Kind {
        /** A peer. */
        NETWORK("network"),
        /** The disk. */
        DISK("disk");

        private final String label;

        Kind(String label) {
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

    /**
     * Its name in statistics and results.
     *
     * @return a lower-case word
     */
    public String label() {
        return label;
    }

    /**
     * What it may have to wait for.
     *
     * @return network or disk
     */
    public Kind kind() {
        return kind;
    }
}
