package io.laio.http.connection;

import io.laio.http.protocol.Request;
import io.laio.http.protocol.Status;

/** Gets a line for every response; runs on the loop and must not block. */
public interface ResponseLog {
    /** No log. */
    ResponseLog NONE = new ResponseLog() {
        @Override
        public byte[] clientOf(int fd) {
            return new byte[0];
        }

        @Override
        public void sent(byte[] client, Request request, Status status, long bodyBytes) {
            // nobody reads it
        }
    };

    /**
     * Names a client, once a connection.
     *
     * @param fd the connection's descriptor
     * @return the address as text
     */
    byte[] clientOf(int fd);

    /**
     * A response was sent, or given up.
     *
     * @param client as {@link #clientOf} named it
     * @param request the request
     * @param status what was answered
     * @param bodyBytes length of the body that was sent
     */
    void sent(byte[] client, Request request, Status status, long bodyBytes);
}
