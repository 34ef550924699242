package io.laio.comparison.results;

import java.util.List;

/**
 * Whether a run counts. An invalid run is stored and shown, and no figure, statistic or verdict uses it.
 *
 * @param valid whether it counts
 * @param invalidReasons why not, a sentence each; empty if it counts
 * @param notes what a reader should know although the run counts, a sentence each
 */
public record Validity(boolean valid, List<String> invalidReasons, List<String> notes) {

    /** Checks that reasons and verdict agree, and copies the lists. */
    public Validity {
        invalidReasons = List.copyOf(invalidReasons);
        notes = List.copyOf(notes);
        if (valid != invalidReasons.isEmpty()) {
            throw new IllegalArgumentException(
                    valid ? "a valid run has no invalidReasons: " + invalidReasons : "an invalid run needs a reason");
        }
    }

    /**
     * The verdict that follows from what was found.
     *
     * @param invalidReasons why the run does not count; empty if it does
     * @param notes what else is worth knowing
     * @return valid if there is no reason against it
     */
    public static Validity of(List<String> invalidReasons, List<String> notes) {
        return new Validity(invalidReasons.isEmpty(), invalidReasons, notes);
    }
}
