package io.laio.comparison.doctor;

import io.laio.comparison.cgroup.CpuList;
import io.laio.comparison.run.Affinity;
import java.io.IOException;

/** One processor for the server, another for the load generator. */
final class ProcessorCheck implements Check {
    private static final String SUBJECT = "processors";

    @Override
    public Finding look() {
        try {
            CpuList allowed = Affinity.allowed();
            return allowed.cpus().size() >= 2
                    ? Finding.good(SUBJECT, allowed.cpus().size() + " may be used: " + allowed)
                    : Finding.missing(
                            SUBJECT, "one only: server and load generator disturb each other", "give it two or more");
        } catch (IOException e) {
            return Finding.missing(SUBJECT, String.valueOf(e.getMessage()), "run on Linux with /proc mounted");
        }
    }
}
