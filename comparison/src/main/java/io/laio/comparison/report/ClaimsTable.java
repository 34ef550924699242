package io.laio.comparison.report;

import io.laio.analysis.files.MarkdownTable;
import io.laio.comparison.results.ClaimResult;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What became of the claims in one comparison or in several, as a table in Markdown: a row a claim, a column a comparison.
 *
 * @param comparisons whose claims, in the order of the columns
 */
public record ClaimsTable(List<Results> comparisons) {
    /** Keeps the list unchangeable. */
    public ClaimsTable {
        comparisons = List.copyOf(comparisons);
    }

    /**
     * The table.
     *
     * @return lines, each ended
     */
    public String text() {
        List<String> header = new ArrayList<>(List.of("claim"));
        comparisons.forEach(results -> header.add(setup(results)));
        MarkdownTable table = new MarkdownTable(header);
        statements().forEach((id, statement) -> table.row(row(id, statement)));
        return table.text();
    }

    /** Disk and network, as in the runs. */
    private static String setup(Results results) {
        TreeSet<String> setups = results.runs().stream()
                .map(RunResult::setting)
                .map(setting -> setting.disk() + ", " + setting.network())
                .collect(Collectors.toCollection(TreeSet::new));
        return String.join("; ", setups);
    }

    private Map<String, String> statements() {
        Map<String, String> statements = new LinkedHashMap<>();
        comparisons.forEach(
                results -> results.claims().forEach(claim -> statements.putIfAbsent(claim.id(), claim.statement())));
        return statements;
    }

    private List<String> row(String id, String statement) {
        List<String> row = new ArrayList<>(List.of("**" + id + "** " + statement));
        for (Results results : comparisons) {
            Optional<ClaimResult> claim = results.claims().stream()
                    .filter(candidate -> candidate.id().equals(id))
                    .findFirst();
            row.add(claim.map(ClaimsTable::cell).orElse(Shown.NOTHING));
        }
        return row;
    }

    private static String cell(ClaimResult claim) {
        return claim.measured() == null
                ? VerdictWords.of(claim)
                : VerdictWords.of(claim) + ", " + Shown.measured(claim.measured());
    }
}
