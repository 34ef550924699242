package io.laio.comparison.run;

import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.contestant.Launch;
import java.io.IOException;

/** Where contestants are started: on this machine, or where somebody else does it for a comparison. */
@FunctionalInterface
public interface Stages {
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
}
