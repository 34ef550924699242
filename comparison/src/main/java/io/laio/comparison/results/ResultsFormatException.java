package io.laio.comparison.results;

import java.io.IOException;
import java.io.Serial;

/** A results file that cannot be understood. The message names the file and what to do. */
public final class ResultsFormatException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message for the user: file, fault, remedy
     */
    public ResultsFormatException(String message) {
        super(message);
    }

    /**
     * Says what is wrong, and what showed it.
     *
     * @param message for the user: file, fault, remedy
     * @param cause what the parser said
     */
    public ResultsFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
