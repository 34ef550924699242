package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.comparison.results.Verdict;
import java.util.Arrays;
import java.util.Optional;

/** Verdicts in tables, set apart by a sign, a word, a border of their own and, last, a colour. */
final class VerdictBadge {
    private static final String PROVISIONAL = ", provisional";

    private VerdictBadge() {}

    /** Writes a cell's text; what is a verdict becomes a badge. */
    static void write(Markup page, String text) {
        verdict(text)
                .ifPresentOrElse(
                        verdict -> page.inline("span", text, "class", "badge " + verdict.label()),
                        () -> page.text(text));
    }

    /** The verdict that a text says, with or without a sign before it and {@code provisional} behind. */
    private static Optional<Verdict> verdict(String text) {
        String words = text.replaceFirst("^[^a-z]+ ", "").replace(PROVISIONAL, "");
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.label().replace('-', ' ').equals(words.replace('-', ' ')))
                .findFirst();
    }
}
