package io.laio.testbed.network;

import java.io.IOException;
import java.util.List;

/** A program that failed. The message names it with its arguments, and repeats what it said. */
public final class CommandException extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean absent;

    private CommandException(String message, boolean absent) {
        super(message);
        this.absent = absent;
    }

    /**
     * A program that could not be started.
     *
     * @param command program and arguments
     * @param cause why not
     * @return the exception
     */
    public static CommandException absent(List<String> command, IOException cause) {
        CommandException exception =
                new CommandException(command.getFirst() + " cannot be started: " + cause.getMessage(), true);
        exception.initCause(cause);
        return exception;
    }

    /**
     * A program that ended with another status than 0.
     *
     * @param command program and arguments
     * @param status its exit status
     * @param output what it wrote
     * @return the exception
     */
    public static CommandException failed(List<String> command, int status, String output) {
        String said =
                output.isBlank() ? "exit status " + status : output.strip().replaceAll("\\s*\\R\\s*", "; ");
        return new CommandException("\"" + String.join(" ", command) + "\" says: " + said, false);
    }

    /**
     * Whether the program is not there.
     *
     * @return false if it ran
     */
    public boolean isAbsent() {
        return absent;
    }
}
