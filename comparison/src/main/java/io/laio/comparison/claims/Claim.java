package io.laio.comparison.claims;

import java.util.List;

/**
 * A claim of the study.
 *
 * @param id {@code C1} to {@code C11}
 * @param statement the claim, a sentence
 * @param mark where it is known from: {@code S}, {@code P}, both, or {@code ours}
 * @param need how many of its parts have to hold
 * @param predicates what it says of results; each stands for one part or for several
 */
public record Claim(String id, String statement, String mark, Need need, List<Predicate> predicates) {
    /** Copies the predicates. */
    public Claim {
        predicates = List.copyOf(predicates);
    }

    /** How many parts have to hold. */
    public enum Need {
        /** Every one. */
        ALL,

        /** One, whichever. */
        ANY
    }
}
