package io.laio.workload.trace;

import java.io.IOException;
import java.nio.file.Path;

/** A file is not a trace, or not a whole one. The message is one line that names the file and the remedy. */
public final class TraceFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private TraceFormatException(String message, Throwable cause) {
        super(message, cause);
    }

    static TraceFormatException damaged(Path file, String what) {
        return damaged(file, new IOException(what));
    }

    static TraceFormatException damaged(Path file, Exception cause) {
        return new TraceFormatException(
                file + ": the trace is cut short or damaged (" + cause.getMessage()
                        + "); copy it again, or make it again with 'laio workload synth' or 'import'",
                cause);
    }

    static TraceFormatException notATrace(Path file, String what) {
        return new TraceFormatException(
                file + ": not a trace that this laio reads (" + what
                        + "); make one with 'laio workload synth' or 'import'",
                new IOException(what));
    }
}
