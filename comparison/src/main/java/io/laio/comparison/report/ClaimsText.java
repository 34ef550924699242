package io.laio.comparison.report;

import io.laio.analysis.files.TextTable;
import io.laio.comparison.results.ClaimResult;
import io.laio.comparison.results.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of the claims, for a terminal: a line each and a sentence below it. Those that were not run for one and the same reason
 * share a line.
 *
 * @param claims the claims, in their order
 */
record ClaimsText(List<ClaimResult> claims) {
    ClaimsText {
        claims = List.copyOf(claims);
    }

    /** Lines, each ended; none if there are no claims. */
    String text() {
        if (claims.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("The study's claims: " + count(claims) + "\n");
        List<ClaimResult> run = claims.stream()
                .filter(claim -> claim.verdict() != Verdict.NOT_RUN)
                .toList();
        List<String> lines = table(run).text().lines().skip(1).toList();
        for (int i = 0; i < run.size(); i++) {
            text.append(lines.get(i)).append('\n');
            TerminalSummary.wrap(text, "    ", run.get(i).explanation());
        }
        notRun().forEach((reason, ids) -> TerminalSummary.wrap(
                text, "  ", ids + "  " + VerdictWords.mark(Verdict.NOT_RUN) + " not run. " + reason));
        return text.append('\n').toString();
    }

    private static TextTable table(List<ClaimResult> run) {
        TextTable table = new TextTable(List.of("", "", ""));
        run.forEach(claim -> table.row(List.of(claim.id(), VerdictWords.of(claim), Shown.measured(claim.measured()))));
        return table;
    }

    private Map<String, String> notRun() {
        return claims.stream()
                .filter(claim -> claim.verdict() == Verdict.NOT_RUN)
                .collect(Collectors.groupingBy(
                        ClaimResult::explanation,
                        LinkedHashMap::new,
                        Collectors.mapping(ClaimResult::id, Collectors.joining(", "))));
    }

    /** {@code 3 reproduced, 2 contradicted, 6 not run}. */
    static String count(List<ClaimResult> claims) {
        return List.of(Verdict.values()).stream()
                .map(verdict -> Map.entry(
                        verdict,
                        claims.stream()
                                .filter(claim -> claim.verdict() == verdict)
                                .count()))
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + VerdictWords.words(entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
