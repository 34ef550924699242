package io.laio.testbed.network;

import java.util.List;

/** Runs programs. A parameter, so that a test can let any of them fail. */
@FunctionalInterface
public interface Commands {
    /**
     * Runs a program to its end. A pending interrupt of the thread stays pending and does not cut it short: what clears away
     * after an interrupt runs programs too.
     *
     * @param command program and arguments
     * @return what it wrote
     * @throws CommandException if it is not there, cannot be started, or ends with another status than 0
     */
    String run(List<String> command) throws CommandException;
}
