package io.laio.comparison.remote;

/** An agent works for another comparison. The message says how long that may last. */
final class LeasedException extends Exception {
    private static final long serialVersionUID = 1;

    LeasedException(String message) {
        super(message);
    }
}
