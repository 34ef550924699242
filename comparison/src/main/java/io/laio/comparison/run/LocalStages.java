package io.laio.comparison.run;

import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.contestant.ContestantStarter;
import io.laio.comparison.contestant.Launch;
import java.io.IOException;
import java.time.Duration;

/**
 * Starts contestants on this machine.
 *
 * @param host what it lets a comparison do
 */
record LocalStages(Host host) implements Stages {
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);

    @Override
    public Stage set(Launch launch, String name) throws ContestantException, IOException {
        String group = "laio-" + ProcessHandle.current().pid() + "-" + name;
        return LocalStage.set(host, new ContestantStarter(START_PATIENCE), launch, group);
    }
}
