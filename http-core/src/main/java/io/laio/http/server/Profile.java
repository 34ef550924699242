package io.laio.http.server;

/** Which of the study's two servers a row of the table is built like (PAPER.md section 2): all but its way of waiting. */
public enum Profile {
    /**
     * Flash: connections persist; names, response headers and open files are cached, so that a request for a known document
     * looks nothing up.
     */
    FLASH(true, true),
    /**
     * thttpd: a connection a request; every request opens its name and writes its header anew, only mappings of files are kept.
     * What is to be sent is sent from the mapping.
     */
    THTTPD(false, false);

    private final boolean keepsConnections;
    private final boolean cachesNames;

    Profile(boolean keepsConnections, boolean cachesNames) {
        this.keepsConnections = keepsConnections;
        this.cachesNames = cachesNames;
    }

    /**
     * Whether a connection goes on after a response, unless its client wants otherwise.
     *
     * @return false if each connection serves one request
     */
    public boolean keepsConnections() {
        return keepsConnections;
    }

    /**
     * Whether names are remembered: only then are there {@code --name-cache-entries} and {@code --name-cache-validity-millis}.
     *
     * @return false if every request looks its name up
     */
    public boolean cachesNames() {
        return cachesNames;
    }
}
