package io.laio.comparison.run;

import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.contestant.Launch;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Where contestants are started: on this machine, or where somebody else does it for a comparison. */
public interface Stages {
    /**
     * On this machine.
     *
     * @param host what it lets a comparison do
     * @return starts processes here
     */
    static Stages local(Host host) {
        return new LocalStages(host);
    }

    /**
     * Starts a contestant and waits until it is ready.
     *
     * @param launch what to start
     * @param name of the run, unique in a comparison, without a slash
     * @return the stage, to be closed
     * @throws ContestantException if it does not start; nothing is left running
     * @throws IOException if that could not be found out; nothing is left running
     */
    Stage set(Launch launch, String name) throws ContestantException, IOException;

    /**
     * What the results tell of the places.
     *
     * @return words by name; empty if there is nothing but this machine
     */
    default Map<String, String> details() {
        return Map.of();
    }

    /**
     * Whether contestants may use io_uring, if this process is no witness of it.
     *
     * @return {@code available}, or why not, or who knows; empty if it is as for this process
     */
    default Optional<String> ioUring() {
        return Optional.empty();
    }
}
