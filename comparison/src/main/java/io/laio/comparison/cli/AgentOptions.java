package io.laio.comparison.cli;

import io.laio.comparison.plan.PlanException;
import io.laio.comparison.remote.AgentLeases;
import io.laio.comparison.remote.ContainerNetwork;
import io.laio.comparison.remote.RemoteStages;
import io.laio.comparison.run.Networks;
import io.laio.comparison.run.StudySetup;
import io.laio.testbed.network.Network;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where contestants are started: on this machine, or by agents. */
final class AgentOptions {
    @Option(
            names = "--agents",
            paramLabel = "URL",
            description =
                    "Start each server through its agent (bin/laio agent) at this URL, in which {server} stands for its name; documents "
                            + "must be at the same path there (default: start servers on this machine).")
    private Optional<String> agents = Optional.empty();

    private Optional<RemoteStages> connected = Optional.empty();

    /** Where a comparison has them that is gone on with; {@code null} if on this machine. */
    static AgentOptions at(@Nullable String url) {
        AgentOptions options = new AgentOptions();
        options.agents = Optional.ofNullable(url);
        return options;
    }

    /** The URL, if one was given. */
    Optional<String> url() {
        return agents;
    }

    /** The same study, with its contestants where the options say. */
    StudySetup apply(StudySetup local) throws PlanException, IOException {
        if (agents.isEmpty()) {
            return local;
        }
        RemoteStages stages = RemoteStages.connect(agents.get(), local.plan());
        connected = Optional.of(stages);
        return local.at(stages.host(), stages);
    }

    /** Keeps the agents, if there are any, for this comparison. */
    AgentLeases hold() throws IOException {
        return connected.isPresent() ? connected.get().hold() : AgentLeases.none();
    }

    /** What lies between servers and clients. */
    Network network(StudySetup setup) throws PlanException, IOException {
        String name = setup.plan().setup().network();
        if (agents.isEmpty()) {
            return Networks.of(setup.home(), setup.narrator())
                    .open(name, setup.host().processors());
        }
        if (!name.equals(Network.LOOPBACK)) {
            throw new PlanException("--network: containers have the network of their engine, not " + name);
        }
        return ContainerNetwork.here();
    }
}
