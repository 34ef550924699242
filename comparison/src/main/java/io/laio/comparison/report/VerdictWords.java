package io.laio.comparison.report;

import io.laio.comparison.results.ClaimPart;
import io.laio.comparison.results.ClaimResult;
import io.laio.comparison.results.Verdict;

/** Verdicts as a reader sees them: a sign that does not depend on colour, and words. */
final class VerdictWords {
    private VerdictWords() {}

    /** The sign of a verdict. */
    static String mark(Verdict verdict) {
        return switch (verdict) {
            case REPRODUCED -> "✓";
            case CONTRADICTED -> "✗";
            case INCONCLUSIVE -> "?";
            case NOT_RUN -> Shown.NOTHING;
        };
    }

    /** The sign of a part's outcome, the same as that of the verdict it leads to. */
    static String mark(ClaimPart.Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> mark(Verdict.REPRODUCED);
            case CONTRARY -> mark(Verdict.CONTRADICTED);
            case OPEN -> mark(Verdict.INCONCLUSIVE);
            case NOT_RUN -> mark(Verdict.NOT_RUN);
        };
    }

    /** The verdict alone. */
    static String words(Verdict verdict) {
        return verdict.label().replace('-', ' ');
    }

    /** Sign, verdict, and whether it is provisional. */
    static String of(ClaimResult claim) {
        return mark(claim.verdict()) + " " + words(claim.verdict()) + (claim.provisional() ? ", provisional" : "");
    }
}
