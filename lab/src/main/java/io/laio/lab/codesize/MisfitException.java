package io.laio.lab.codesize;

/** The map of the sources and the sources do not fit; the message says where. */
public final class MisfitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MisfitException(String message) {
        super(message);
    }
}
