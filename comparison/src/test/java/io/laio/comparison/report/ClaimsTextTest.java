package io.laio.comparison.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.analysis.statistics.Interval;
import io.laio.comparison.figures.ComparisonFigures;
import io.laio.comparison.results.ClaimPart;
import io.laio.comparison.results.ClaimPart.Outcome;
import io.laio.comparison.results.ClaimResult;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.Verdict;
import io.laio.comparison.statistics.RunTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Claims in the terminal's summary and in the page. */
final class ClaimsTextTest {
    private static final String SAME = "Neither rice nor berkeley was played.";

    private static ClaimResult claim(String id, Verdict verdict, @Nullable Double measured, String why) {
        ClaimPart part = new ClaimPart(
                "throughput, a over b",
                measured == null ? Outcome.NOT_RUN : Outcome.OPEN,
                "1.05 times",
                "above 1",
                "1.08 [S]",
                measured,
                null,
                measured == null ? 0 : 1);
        return new ClaimResult(
                id,
                "a beats b",
                "S",
                measured,
                measured == null ? null : new Interval(2.9, 3.1),
                verdict,
                measured != null,
                why,
                "1.08 [S]",
                null,
                List.of(part));
    }

    private static List<ClaimResult> mixed() {
        return List.of(
                claim("C1", Verdict.REPRODUCED, 3.0, "It does."),
                claim("C2", Verdict.NOT_RUN, null, SAME),
                claim("C3", Verdict.CONTRADICTED, 12_345.0, "It does not. ".repeat(20)),
                claim("C4", Verdict.NOT_RUN, null, SAME),
                claim("C5", Verdict.INCONCLUSIVE, 1.0, "Who knows."),
                claim("C6", Verdict.NOT_RUN, null, "The other did not take part."));
    }

    @Test
    void eachVerdictHasALineAndASentenceAndOneReasonIsSaidOnce() {
        List<String> lines = new ClaimsText(mixed()).text().lines().toList();
        assertEquals("The study's claims: 1 reproduced, 1 contradicted, 1 inconclusive, 3 not run", lines.getFirst());
        assertEquals("  C1  ✓ reproduced, provisional      3.00", lines.get(1).replace('\u2009', ' '));
        assertEquals("    It does.", lines.get(2));
        assertEquals("  C3  ✗ contradicted, provisional  12 345", lines.get(3).replace('\u2009', ' '));
        assertTrue(lines.contains("  C5  ? inconclusive, provisional    1.00"), lines::toString);
        assertTrue(lines.contains("  C2, C4  – not run. " + SAME), lines::toString);
        assertTrue(lines.contains("  C6  – not run. The other did not take part."), lines::toString);
        assertTrue(lines.stream().allMatch(line -> line.length() <= 112), lines::toString);
    }

    @Test
    void withoutClaimsNothingIsSaid() {
        assertEquals("", new ClaimsText(List.of()).text());
    }

    @Test
    void theyStandAtTheHeadOfTheSummary() {
        Results results = new SyntheticResults().build().withClaims(mixed());
        assertTrue(new TerminalSummary(results).text().startsWith("The study's claims: 1 reproduced"));
    }

    private static String section(List<ClaimResult> claims) {
        Results results = new SyntheticResults().build().withClaims(claims);
        RunTable table = new RunTable(results);
        String page =
                new String(new ReportPage(results, table, ComparisonFigures.of(table)).bytes(), StandardCharsets.UTF_8);
        return page.substring(page.indexOf("<h2 id=\"claims\""));
    }

    @Test
    void thePageShowsVerdictsWithSignsAndThePapersFigureAndParts() {
        String section = section(mixed());
        Stream.of("✓ reproduced, provisional", "✗ contradicted, provisional", "1.08 [S]", "2.90 to 3.10", "? open")
                .forEach(text -> assertTrue(section.contains(text), text));
    }

    @Test
    void ofAnotherWorkloadThePageSaysOneSentence() {
        List<ClaimResult> none =
                List.of(claim("C1", Verdict.NOT_RUN, null, SAME), claim("C2", Verdict.NOT_RUN, null, SAME));
        String section = section(none);
        assertTrue(section.contains("None of the study's 2 claims was judged. " + SAME), section);
        assertTrue(!section.substring(0, section.indexOf("</section>")).contains("<table"), section);
    }
}
