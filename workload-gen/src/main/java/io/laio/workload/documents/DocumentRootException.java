package io.laio.workload.documents;

import java.io.IOException;

/** A document root could not be completed. The message is one line that names the place and the remedy. */
public final class DocumentRootException extends IOException {
    private static final long serialVersionUID = 1L;

    DocumentRootException(String message) {
        super(message);
    }

    DocumentRootException(String message, IOException cause) {
        super(message, cause);
    }
}
