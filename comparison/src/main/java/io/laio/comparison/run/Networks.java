package io.laio.comparison.run;

import io.laio.comparison.plan.PlanException;
import io.laio.testbed.network.EmulatedNetwork;
import io.laio.testbed.network.EndCpus;
import io.laio.testbed.network.LinkModel;
import io.laio.testbed.network.LinkModels;
import io.laio.testbed.network.Loopback;
import io.laio.testbed.network.Network;
import io.laio.testbed.network.NetworkException;
import io.laio.testbed.network.StaleNetworks;
import io.laio.testbed.network.SystemCommands;
import java.nio.file.Path;
import java.util.List;

/**
 * The networks that servers can be compared over.
 *
 * @param models the links that can be had
 * @param stale what killed comparisons have left behind
 * @param narrator is told what becomes of that
 */
public record Networks(LinkModels models, StaleNetworks stale, Narrator narrator) {
    /**
     * Those of laio.
     *
     * @param home laio's directory
     * @param narrator is told how it is getting on
     * @return nothing has been made yet
     */
    public static Networks of(Path home, Narrator narrator) {
        return new Networks(new LinkModels(home.resolve("config/networks")), StaleNetworks.ofThisMachine(), narrator);
    }

    /**
     * Removes what is left of killed comparisons, and makes the network that a plan asks for.
     *
     * @param name {@code loopback}, a link's name, or a file
     * @param processors who runs where
     * @return the network, to be closed
     * @throws PlanException if there is no such link
     * @throws NetworkException if it cannot be made here; never another one is taken in its place
     */
    public Network open(String name, Processors processors) throws PlanException, NetworkException {
        removeStale();
        return name.equals(Network.LOOPBACK)
                ? new Loopback()
                : EmulatedNetwork.make(model(name), cpus(processors), new SystemCommands());
    }

    private static EndCpus cpus(Processors processors) {
        return new EndCpus(
                processors.server().cpus().getFirst(),
                processors.generator().cpus().getFirst());
    }

    private LinkModel model(String name) throws PlanException {
        try {
            return models.find(name);
        } catch (IllegalArgumentException e) {
            throw new PlanException("network: " + e.getMessage(), e);
        }
    }

    /** Nothing in them disturbs this comparison, so a refusal is no reason to end it. */
    private void removeStale() {
        try {
            List<String> removed = stale.remove();
            if (!removed.isEmpty()) {
                narrator.line("removed what a comparison that was killed had left behind: network namespaces "
                        + String.join(", ", removed));
            }
        } catch (NetworkException e) {
            narrator.line("warning: " + e.getMessage());
        }
    }
}
