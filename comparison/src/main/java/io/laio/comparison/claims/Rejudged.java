package io.laio.comparison.claims;

import io.laio.comparison.results.ClaimResult;
import io.laio.comparison.results.Results;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Results with verdicts by the claims as they are now, and in what these differ from the verdicts stored with the results.
 *
 * @param results with the new verdicts
 * @param changes a clause for each verdict that is another one; empty too if none was stored
 */
public record Rejudged(Results results, List<String> changes) {
    /** Copies the changes. */
    public Rejudged {
        changes = List.copyOf(changes);
    }

    /**
     * Judges anew.
     *
     * @param claims the claims
     * @param stored results, with or without verdicts
     * @return a copy with verdicts by these claims
     */
    public static Rejudged by(List<Claim> claims, Results stored) {
        List<ClaimResult> now = Judge.judge(claims, stored);
        List<String> changes = stored.claims().isEmpty()
                ? List.of()
                : now.stream()
                        .flatMap(claim -> change(claim, stored.claims()).stream())
                        .toList();
        return new Rejudged(stored.withClaims(now), changes);
    }

    private static Optional<String> change(ClaimResult now, List<ClaimResult> stored) {
        Optional<ClaimResult> before =
                stored.stream().filter(claim -> claim.id().equals(now.id())).findFirst();
        if (before.equals(Optional.of(now))) {
            return Optional.empty();
        }
        String was =
                before.map(claim -> "was stored as " + claim.verdict().label()).orElse("was not stored");
        boolean same = before.map(ClaimResult::verdict).equals(Optional.of(now.verdict()));
        return Optional.of(now.id()
                + (same ? " has another reason" : " is " + now.verdict().label() + " and " + was));
    }

    /**
     * Whether anything differs, in words.
     *
     * @return lines for a terminal; none if nothing does
     */
    public Stream<String> words() {
        return changes.isEmpty()
                ? Stream.empty()
                : Stream.of("By the present config/claims.json: " + String.join("; ", changes)
                        + ". results.json is left as it is.");
    }
}
