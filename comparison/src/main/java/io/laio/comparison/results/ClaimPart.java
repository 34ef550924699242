package io.laio.comparison.results;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.laio.analysis.statistics.Interval;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One thing that has to hold for a claim.
 *
 * @param what servers, quantity and condition
 * @param outcome what became of it
 * @param here what was measured, in words; why nothing was if it was not run
 * @param expected where the number should lie, in words
 * @param paper what the paper found, with its mark
 * @param measured the number: a ratio, a share (0 to 1) or lines; {@code null} if not run
 * @param interval its 95 % interval; {@code null} if not run, counted, or with too few repeats
 * @param repeats how many stand behind it; 0 if not run
 */
public record ClaimPart(
        String what,
        Outcome outcome,
        String here,
        String expected,
        String paper,
        @Nullable Double measured,
        @Nullable Interval interval,
        int repeats) {

    /** What becomes of a part. */
    public enum Outcome {
        /** The interval lies where the claim says. */
        HOLDS("holds"),

        /** The interval lies elsewhere. */
        CONTRARY("contrary"),

        /** The interval allows both. */
        OPEN("open"),

        /** There is no number. */
        NOT_RUN("not-run");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /**
         * The name in files.
         *
         * @return lower case, hyphenated
         */
        @JsonValue
        public String label() {
            return label;
        }

        /**
         * Finds an outcome by its label.
         *
         * @param label its name in files
         * @return the outcome
         * @throws IllegalArgumentException if there is none of that name
         */
        @JsonCreator
        public static Outcome of(String label) {
            return Arrays.stream(values())
                    .filter(outcome -> outcome.label.equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no outcome \"" + label + "\""));
        }
    }
}
