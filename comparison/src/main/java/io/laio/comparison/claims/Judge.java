package io.laio.comparison.claims;

import io.laio.analysis.statistics.Interval;
import io.laio.comparison.claims.Claim.Need;
import io.laio.comparison.results.ClaimPart.Outcome;
import io.laio.comparison.results.ClaimResult;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of claims.
 *
 * <p>A claim is reproduced if all of its parts hold and contradicted if any of them is contrary; in between it is inconclusive. A part whose
 * servers did not run is passed over if other servers stand for the same part, and said; a part of which nobody ran leaves a claim
 * inconclusive that would be reproduced otherwise. How the level is shared within a claim: {@link JudgedPart}. Among claims it is not shared: each is a
 * question of its own (docs/decisions/0601-claims.md).
 */
public final class Judge {
    private Judge() {}

    /**
     * Judges claims by results. A pure function.
     *
     * @param claims the claims
     * @param results what was measured; verdicts that are in it already play no part
     * @return what became of each, in their order
     */
    public static List<ClaimResult> judge(List<Claim> claims, Results results) {
        StudyRuns runs = new StudyRuns(results);
        return claims.stream().map(claim -> judge(claim, runs)).toList();
    }

    private static ClaimResult judge(Claim claim, StudyRuns runs) {
        List<JudgedPart> parts = JudgedPart.of(
                claim.predicates().stream()
                        .flatMap(predicate -> predicate.parts(runs).stream())
                        .toList(),
                claim.need());
        Verdict verdict = verdict(parts, claim.need());
        if (verdict == Verdict.NOT_RUN) {
            return result(claim, parts, verdict, null, new Explanation(claim, parts).notRun(runs.ofTheStudy()), null);
        }
        JudgedPart decisive = decisive(parts, verdict, claim.need());
        OptionalInt repeats = verdict == Verdict.INCONCLUSIVE ? RepeatsNeeded.of(parts) : OptionalInt.empty();
        return result(
                claim,
                parts,
                verdict,
                decisive,
                new Explanation(claim, parts).of(verdict, decisive),
                repeats.isPresent() ? (Integer) repeats.getAsInt() : null);
    }

    private static Verdict verdict(List<JudgedPart> parts, Need need) {
        List<JudgedPart> measured = parts.stream().filter(JudgedPart::measured).toList();
        if (measured.isEmpty()) {
            return Verdict.NOT_RUN;
        }
        // To hold for one is to fail for all, turned round.
        Outcome one = need == Need.ALL ? Outcome.CONTRARY : Outcome.HOLDS;
        Outcome all = need == Need.ALL ? Outcome.HOLDS : Outcome.CONTRARY;
        if (measured.stream().anyMatch(part -> part.is(one))) {
            return need == Need.ALL ? Verdict.CONTRADICTED : Verdict.REPRODUCED;
        }
        boolean complete = unknown(parts).isEmpty();
        if (complete && measured.stream().allMatch(part -> part.is(all))) {
            return need == Need.ALL ? Verdict.REPRODUCED : Verdict.CONTRADICTED;
        }
        return Verdict.INCONCLUSIVE;
    }

    /** Parts that were not run and for which no other servers stand. */
    static List<JudgedPart> unknown(List<JudgedPart> parts) {
        return parts.stream()
                .filter(part -> !part.measured())
                .filter(part -> parts.stream()
                        .noneMatch(other -> other.measured()
                                && other.part().what().equals(part.part().what())))
                .toList();
    }

    /** The part that the explanation speaks of: the one that decided, or, where all agree, the one nearest to not doing so. */
    private static JudgedPart decisive(List<JudgedPart> parts, Verdict verdict, Need need) {
        Comparator<JudgedPart> byDistance = Comparator.comparingDouble(JudgedPart::distance);
        List<JudgedPart> measured = parts.stream().filter(JudgedPart::measured).toList();
        return switch (verdict) {
            case REPRODUCED -> {
                List<JudgedPart> holding = having(measured, Outcome.HOLDS);
                yield need == Need.ALL
                        ? holding.stream().min(byDistance).orElseThrow()
                        : holding.stream().max(byDistance).orElseThrow();
            }
            case CONTRADICTED -> {
                List<JudgedPart> contrary = having(measured, Outcome.CONTRARY);
                yield need == Need.ALL
                        ? contrary.stream().max(byDistance).orElseThrow()
                        : contrary.stream().min(byDistance).orElseThrow();
            }
            case INCONCLUSIVE, NOT_RUN ->
                having(measured, Outcome.OPEN).stream()
                        .min(byDistance)
                        .or(() -> measured.stream().min(byDistance))
                        .orElseThrow();
        };
    }

    private static List<JudgedPart> having(List<JudgedPart> parts, Outcome outcome) {
        return parts.stream().filter(part -> part.is(outcome)).toList();
    }

    /** Whether too few repeats stand behind a verdict: behind the one part that decided it, or any of those that did together. */
    private static boolean provisional(List<JudgedPart> parts, JudgedPart decisive, Verdict verdict, Need need) {
        boolean alone = verdict == (need == Need.ALL ? Verdict.CONTRADICTED : Verdict.REPRODUCED);
        return (alone ? List.of(decisive) : parts)
                .stream()
                        .filter(JudgedPart::measured)
                        .anyMatch(part -> part.found().estimate().provisional());
    }

    private static ClaimResult result(
            Claim claim,
            List<JudgedPart> parts,
            Verdict verdict,
            @Nullable JudgedPart decisive,
            String explanation,
            @Nullable Integer repeats) {
        Estimate estimate = decisive == null ? null : decisive.found().estimate();
        return new ClaimResult(
                claim.id(),
                claim.statement(),
                claim.mark(),
                estimate == null ? null : (Double) estimate.value(),
                estimate == null ? null : shown(estimate),
                verdict,
                decisive != null && provisional(parts, decisive, verdict, claim.need()),
                explanation,
                claim.predicates().stream().map(Predicate::paper).distinct().collect(Collectors.joining("; ")),
                repeats,
                parts.stream().map(JudgedPart::result).toList());
    }

    /** The interval as it is stored: none of what was counted, is known from above only, or has too few repeats. */
    static @Nullable Interval shown(Estimate estimate) {
        boolean open = estimate instanceof Estimate.Count || estimate instanceof Estimate.AtMost;
        return open || estimate.provisional() ? null : estimate.interval(1);
    }
}
