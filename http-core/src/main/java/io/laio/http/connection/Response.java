package io.laio.http.connection;

import io.laio.http.document.OpenFile;
import io.laio.http.protocol.Status;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent: a head, which may include a short page, and perhaps a range of a document. One a connection, filled
 * again for each request; {@link Responder} fills it, the connection uses it up.
 */
final class Response {
    Status status = Status.OK;
    boolean closes;
    int headBytes;
    int sentHeadBytes;

    @Nullable
    OpenFile file;

    long position;
    long end;
    long bodyBytesSent;

    void begin(Status newStatus, boolean closesConnection) {
        status = newStatus;
        closes = closesConnection;
        headBytes = 0;
        sentHeadBytes = 0;
        position = 0;
        end = 0;
        bodyBytesSent = 0;
    }

    boolean headIsUnsent() {
        return sentHeadBytes < headBytes;
    }

    long remaining() {
        return end - position;
    }

    /** Lets the document go. */
    void releaseFile() {
        OpenFile held = file;
        if (held != null) {
            file = null;
            held.release();
        }
    }
}
