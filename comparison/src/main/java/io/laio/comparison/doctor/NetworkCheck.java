package io.laio.comparison.doctor;

import io.laio.testbed.network.Commands;
import io.laio.testbed.network.EmulatedNetwork;
import io.laio.testbed.network.EndCpus;
import io.laio.testbed.network.LinkModel;
import io.laio.testbed.network.NetworkException;
import io.laio.testbed.network.StaleNetworks;
import java.util.List;

/** Whether other networks than loopback can be had: by making one, and removing it. A comparison can do without. */
final class NetworkCheck implements Check {
    private static final String SUBJECT = "network";
    private static final LinkModel TRIAL =
            new LinkModel("trial", "made and removed again", 1000, 1500, 24, 1 << 17, 1 << 20, "the doctor's own");

    private final StaleNetworks stale;
    private final Commands commands;

    NetworkCheck(StaleNetworks stale, Commands commands) {
        this.stale = stale;
        this.commands = commands;
    }

    @Override
    public Finding look() {
        List<String> left = stale.find();
        if (!left.isEmpty()) {
            return Finding.note(
                    SUBJECT,
                    "a comparison that was killed left network namespaces behind: " + String.join(", ", left),
                    "the next comparison removes them, or: laio network down --all");
        }
        try {
            EmulatedNetwork.make(TRIAL, EndCpus.firstTwo(), commands).close();
            return Finding.good(SUBJECT, "a shaped link between two namespaces was made and removed again");
        } catch (NetworkException e) {
            return Finding.note(SUBJECT, "only loopback: " + e.getMessage(), "see there; only --network needs it");
        }
    }
}
