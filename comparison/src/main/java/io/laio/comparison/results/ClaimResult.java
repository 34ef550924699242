package io.laio.comparison.results;

import io.laio.analysis.statistics.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one claim of the study.
 *
 * @param id {@code C1} to {@code C11}
 * @param statement the claim, in a sentence
 * @param mark where it is known from: {@code S} slides, {@code P} paper, {@code R} recalled, {@code U} unknown, {@code ours}
 * @param measured the number that decided: that of the part of which the explanation speaks; {@code null} if not run
 * @param interval its 95 % interval; {@code null} with too few repeats, or if it was counted
 * @param verdict the judgement
 * @param provisional whether fewer than six repeats stand behind it
 * @param explanation one sentence why
 * @param paper what the paper found, with its mark
 * @param repeatsToDecide about how many repeats would decide an inconclusive one; {@code null} if that is not known, or more than a
 *     hundred, or if it is not inconclusive
 * @param parts what has to hold for it; empty in results of before they were kept
 */
public record ClaimResult(
        String id,
        String statement,
        String mark,
        @Nullable Double measured,
        @Nullable Interval interval,
        Verdict verdict,
        boolean provisional,
        String explanation,
        String paper,
        @Nullable Integer repeatsToDecide,
        List<ClaimPart> parts) {

    /** Copies the parts; what is not in the file is empty. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for a field that an older file does not have
    public ClaimResult {
        paper = paper == null ? "" : paper;
        parts = parts == null ? List.of() : List.copyOf(parts);
    }
}
