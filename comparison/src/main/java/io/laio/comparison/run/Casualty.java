package io.laio.comparison.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells, in a sentence, that a server or a helper of it has ended by itself, why, and what to do about it. */
final class Casualty {
    /** What a shell, and Java, add to a signal's number to make an exit status of it. */
    private static final int SIGNALLED = 128;

    private Casualty() {}

    /**
     * Describes it.
     *
     * @param status with what the server's own process ended; empty if it runs
     * @param outOfMemoryKills how many processes of its control group the kernel has killed for want of memory
     * @param log where the server's output is
     * @return the sentence; empty if all is well
     */
    static Optional<String> describe(OptionalInt status, long outOfMemoryKills, Path log) {
        if (outOfMemoryKills > 0) {
            return Optional.of((status.isPresent() ? "the server was" : "a helper of the server was")
                    + " killed: out of memory (the kernel killed " + outOfMemoryKills
                    + " in its control group, whose own memory grew faster than its limit could follow); "
                    + "give more with --memory, or play with fewer --clients");
        }
        return status.isPresent()
                ? Optional.of("the server " + words(status.getAsInt()) + "; its output is in " + log)
                : Optional.empty();
    }

    private static String words(int status) {
        return status > SIGNALLED
                ? "was killed by signal " + (status - SIGNALLED)
                : "ended by itself with exit code " + status;
    }
}
