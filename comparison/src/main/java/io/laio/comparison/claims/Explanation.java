package io.laio.comparison.claims;

import io.laio.comparison.claims.Claim.Need;
import io.laio.comparison.results.ClaimPart.Outcome;
import io.laio.comparison.results.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The sentence that says why, made of what was measured.
 *
 * @param claim the claim
 * @param parts its parts, judged
 */
record Explanation(Claim claim, List<JudgedPart> parts) {
    Explanation {
        parts = List.copyOf(parts);
    }

    /** Of a verdict that a part stands for. */
    String of(Verdict verdict, JudgedPart decisive) {
        String number = decisive.found().words();
        String words = decisive.part().expected().words();
        String why = switch (verdict) {
            case REPRODUCED -> number + ", and should be " + words + among(Outcome.HOLDS, "holds", "hold");
            case CONTRADICTED ->
                number + ", but should be " + words + among(Outcome.CONTRARY, "is contrary", "are contrary");
            case INCONCLUSIVE, NOT_RUN -> undecided(decisive, number, words);
        };
        List<String> clauses = new ArrayList<>(List.of(why));
        clauses.addAll(decisive.part().notes());
        clauses.addAll(gaps());
        return sentence(String.join("; ", clauses));
    }

    private String undecided(JudgedPart decisive, String number, String words) {
        if (!decisive.is(Outcome.OPEN)) {
            return number + ", as the claim says, but that is not all of it";
        }
        return number + ", which does not tell whether it is " + words + ": " + RepeatsNeeded.words(parts);
    }

    /** How many are like the decisive one, and why it is that one. */
    private String among(Outcome outcome, String one, String several) {
        long measured = parts.stream().filter(JudgedPart::measured).count();
        if (measured == 1) {
            return "";
        }
        long like = parts.stream().filter(part -> part.is(outcome)).count();
        boolean all = claim.need() == Need.ALL ? outcome == Outcome.HOLDS : outcome == Outcome.CONTRARY;
        String place = like == 1 ? "" : all ? ", the closest case" : ", the clearest case";
        return " (" + like + " of " + measured + " parts " + (like == 1 ? one : several) + place + ")";
    }

    /** What was not run: servers for which others stand, and what nobody ran. */
    private List<String> gaps() {
        List<JudgedPart> unknown = Judge.unknown(parts);
        List<String> gaps = new ArrayList<>();
        String reasons = unknown.stream().map(JudgedPart::reason).distinct().collect(Collectors.joining("; "));
        if (!reasons.isEmpty()) {
            gaps.add("not known: " + reasons);
        }
        String passedOver = parts.stream()
                .filter(part -> !part.measured() && !unknown.contains(part))
                .map(part -> part.part().subject())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!passedOver.isEmpty()) {
            gaps.add("not run: " + passedOver);
        }
        return gaps;
    }

    /** Of a claim of which nothing was measured. */
    String notRun(boolean ofTheStudy) {
        if (!ofTheStudy) {
            return "Neither rice nor berkeley was played, of which the study speaks.";
        }
        String reason = parts.getFirst().reason();
        String commands =
                claim.predicates().stream().map(Predicate::command).distinct().collect(Collectors.joining("; "));
        return capitalised(reason) + "; to run it: " + commands; // without a full stop, which would be copied with it
    }

    private static String sentence(String words) {
        return capitalised(words) + ".";
    }

    /** Names of servers keep their small letters. */
    private static String capitalised(String words) {
        boolean word = words.split(" ", 2)[0].chars().allMatch(Character::isLetter);
        return word ? words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) : words;
    }
}
