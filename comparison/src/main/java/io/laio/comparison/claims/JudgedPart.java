package io.laio.comparison.claims;

import io.laio.analysis.statistics.Interval;
import io.laio.comparison.claims.Claim.Need;
import io.laio.comparison.results.ClaimPart;
import io.laio.comparison.results.ClaimPart.Outcome;
import java.util.List;

/**
 * A part and what became of it.
 *
 * <p>A claim of which all parts have to hold is found to hold only if each of them does, so each may be tested at the whole level; it is
 * found not to if any of them does not, so they share the level (Bonferroni). Of a claim of which any part may hold it is the other way round.
 *
 * @param part the part
 * @param outcome what became of it
 */
record JudgedPart(Part part, Outcome outcome) {

    /** Judges all parts of a claim. */
    static List<JudgedPart> of(List<Part> parts, Need need) {
        int measured = (int) parts.stream()
                .filter(part -> part.finding() instanceof Finding.Measured)
                .count();
        int forHolding = need == Need.ALL ? 1 : measured;
        int forFailing = need == Need.ALL ? measured : 1;
        return parts.stream()
                .map(part -> new JudgedPart(part, outcome(part, forHolding, forFailing)))
                .toList();
    }

    private static Outcome outcome(Part part, int forHolding, int forFailing) {
        return switch (part.finding()) {
            case Finding.Missing _ -> Outcome.NOT_RUN;
            case Finding.Measured(Estimate estimate, Unit _, String _) -> {
                if (part.expected().holds(estimate.interval(forHolding), estimate.guard())) {
                    yield Outcome.HOLDS;
                }
                yield part.expected().fails(estimate.interval(forFailing), estimate.guard())
                        ? Outcome.CONTRARY
                        : Outcome.OPEN;
            }
        };
    }

    boolean is(Outcome asked) {
        return outcome == asked;
    }

    boolean measured() {
        return outcome != Outcome.NOT_RUN;
    }

    /** What was found; only of a part that was measured. */
    Finding.Measured found() {
        return (Finding.Measured) part.finding();
    }

    /** How far the number lies from the nearer bound, as a logarithm. */
    double distance() {
        double value = found().estimate().value();
        return Math.abs(Math.log(value / part.expected().nearest(value)));
    }

    /** Why there is no number; empty if there is one. */
    String reason() {
        return part.finding() instanceof Finding.Missing(String reason) ? reason : "";
    }

    /** For the results. */
    ClaimPart result() {
        String expected = part.expected().words();
        return switch (part.finding()) {
            case Finding.Missing(String reason) ->
                new ClaimPart(part.name(), outcome, reason, expected, part.paper(), null, null, 0);
            case Finding.Measured(Estimate estimate, Unit unit, String _) -> {
                Interval interval = Judge.shown(estimate);
                yield new ClaimPart(
                        part.name(),
                        outcome,
                        unit.words(estimate),
                        expected,
                        part.paper(),
                        estimate.value(),
                        interval,
                        estimate.repeats());
            }
        };
    }
}
