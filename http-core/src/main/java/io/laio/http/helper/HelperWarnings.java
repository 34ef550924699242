package io.laio.http.helper;

import java.util.function.Consumer;

/** Tells once of each way in which helpers of a kind fail; the statistics count them all. Confined to the loop. */
final class HelperWarnings {
    private final String label;
    private final Consumer<String> log;
    private boolean toldOfStart;
    private boolean toldOfDeath;
    private boolean toldOfHang;

    HelperWarnings(HelperKind kind, Consumer<String> log) {
        this.label = kind.label();
        this.log = log;
    }

    void notStarted(String why) {
        if (!toldOfStart) {
            toldOfStart = true;
            log.accept("a " + label + " helper could not be started: " + why
                    + "; while there is none the loop waits for the disk itself");
        }
    }

    void died(String why) {
        if (!toldOfDeath) {
            toldOfDeath = true;
            log.accept("a " + label + " helper died: " + why
                    + "; another is started, and gets what this one was asked for (its next deaths are only counted)");
        }
    }

    /**
     * A helper does not answer.
     *
     * @param process its process, 0 if it is a thread
     */
    void hangs(long process) {
        if (!toldOfHang) {
            toldOfHang = true;
            log.accept(
                    "a " + label + " helper (" + (process == 0 ? "a thread" : "process " + process)
                            + ") does not answer: it is given up, another gets what it was asked for, and what two do not answer"
                            + " fails; does the disk answer? (--helper-timeout-millis is the limit; the next are only counted)");
        }
    }
}
