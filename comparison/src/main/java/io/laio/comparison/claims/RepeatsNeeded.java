package io.laio.comparison.claims;

import io.laio.comparison.results.ClaimPart.Outcome;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How many repeats would decide what is open: as many as would give each open part an interval that leaves out the nearer bound, if its number
 * and the scatter of its repeats stay as they are. The scatter is that of logarithms for a ratio; the interval is Student's, at the level
 * that the parts share. An estimate from an estimate: it says whether to repeat ten times or to give up.
 */
final class RepeatsNeeded {
    /** Nearer to a bound than this, as a logarithm, is at it. */
    private static final double AT_THE_BOUND = 1e-4;

    private RepeatsNeeded() {}

    /** The most that any open part needs; empty if that is not known, or too many. */
    static OptionalInt of(List<JudgedPart> parts) {
        List<OptionalInt> needed =
                open(parts).map(part -> of(part, comparisons(parts))).toList();
        return needed.stream().allMatch(OptionalInt::isPresent)
                ? needed.stream().mapToInt(OptionalInt::getAsInt).max()
                : OptionalInt.empty();
    }

    private static Stream<JudgedPart> open(List<JudgedPart> parts) {
        return parts.stream().filter(part -> part.is(Outcome.OPEN));
    }

    private static int comparisons(List<JudgedPart> parts) {
        return (int) parts.stream().filter(JudgedPart::measured).count();
    }

    private static OptionalInt of(JudgedPart part, int comparisons) {
        Estimate estimate = part.found().estimate();
        double bound = part.part().expected().nearest(estimate.value());
        return estimate.scattered() && part.distance() > AT_THE_BOUND
                ? estimate.repeatsToLeaveOut(bound, comparisons)
                : OptionalInt.empty();
    }

    /** Whether it is runs of other servers that are missing, and not repeats. */
    private static boolean needsOthers(JudgedPart part) {
        Estimate estimate = part.found().estimate();
        return estimate instanceof Estimate.AtMost
                && estimate.value() >= part.part().expected().nearest(estimate.value());
    }

    /** The same, in words: the end of a sentence. */
    static String words(List<JudgedPart> parts) {
        OptionalInt needed = of(parts);
        if (needed.isPresent()) {
            return "about " + needed.getAsInt() + " repeats would decide";
        }
        if (open(parts).anyMatch(RepeatsNeeded::needsOthers)) {
            return "a server without a run that counts may be better";
        }
        if (open(parts).anyMatch(part -> !part.found().estimate().scattered())) {
            return "one run does not tell how much runs scatter, 6 repeats would";
        }
        return open(parts).anyMatch(part -> part.distance() <= AT_THE_BOUND)
                ? "it lies at the bound, which no number of repeats decides"
                : "more than " + Estimate.MOST_REPEATS + " repeats would be needed";
    }
}
