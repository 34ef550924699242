package io.laio.comparison.results;

import io.laio.analysis.statistics.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What became of one claim of the study.
 *
 * @param id {@code C1} to {@code C11}
 * @param statement the claim, in a sentence
 * @param mark where it is known from: {@code S} slides, {@code P} paper, {@code R} recalled, {@code U} unknown, {@code ours}
 * @param measured the number the claim is judged by; {@code null} if not run
 * @param interval its 95 % interval; {@code null} with too few repeats
 * @param verdict the judgement
 * @param provisional whether fewer than six repeats stand behind it
 * @param explanation one sentence why
 */
public record ClaimResult(
        String id,
        String statement,
        String mark,
        @Nullable Double measured,
        @Nullable Interval interval,
        Verdict verdict,
        boolean provisional,
        String explanation) {}
