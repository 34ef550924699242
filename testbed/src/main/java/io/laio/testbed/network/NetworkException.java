package io.laio.testbed.network;

import java.io.IOException;
import picocli.CommandLine.IExitCodeGenerator;

/** A network that cannot be made or removed here. The message is one line: which, why, and what to do about it. */
public final class NetworkException extends IOException implements IExitCodeGenerator {
    private static final long serialVersionUID = 1;
    private static final int ENVIRONMENT_UNFIT = 4; // as all commands of laio have it

    /**
     * Makes one without a cause.
     *
     * @param message which network, why, and the remedy
     */
    public NetworkException(String message) {
        super(message);
    }

    /**
     * Makes one.
     *
     * @param message which network, why, and the remedy
     * @param cause what failed
     */
    public NetworkException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public int getExitCode() {
        return ENVIRONMENT_UNFIT;
    }
}
