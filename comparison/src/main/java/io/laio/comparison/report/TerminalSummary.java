package io.laio.comparison.report;

import io.laio.analysis.files.TextTable;
import io.laio.analysis.statistics.Summary;
import io.laio.comparison.results.Results;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Condition;
import io.laio.comparison.statistics.Metric;
import io.laio.comparison.statistics.RunTable;
import io.laio.comparison.statistics.SetupNames;
import java.util.ArrayList;
import java.util.List;

/** What a comparison found, for a terminal: what became of the study's claims, a table for each condition and the recommendations. Plain text, no control sequences. */
public final class TerminalSummary {
    private static final int WIDTH = 100;

    private final Results results;
    private final RunTable table;

    /**
     * The summary of a comparison.
     *
     * @param results what was found
     */
    public TerminalSummary(Results results) {
        this.results = results;
        this.table = new RunTable(results);
    }

    /**
     * The summary.
     *
     * @return lines, each ended
     */
    public String text() {
        StringBuilder text = new StringBuilder(new ClaimsText(results.claims()).text());
        SetupNames names = new SetupNames(table.setups());
        table.setups().stream()
                .flatMap(setup -> table.conditions(setup).stream())
                .forEach(condition -> text.append(names.of(condition))
                        .append('\n')
                        .append(tableOf(condition).text())
                        .append('\n'));
        text.append(counted());
        for (Advice advice : Advice.of(table)) {
            text.append('\n');
            wrap(text, "", names.of(advice.setup()) + ": " + advice.headline());
            advice.reasons().forEach(reason -> wrap(text, "  ", "- " + reason));
        }
        return text.toString();
    }

    private TextTable tableOf(Condition condition) {
        List<Cell> cells = table.cells(condition);
        List<String> header = new ArrayList<>(List.of("server"));
        for (Metric metric : Metric.values()) {
            cells.forEach(cell -> header.add(metric.unit() + " at " + cell.clients()));
        }
        TextTable rows = new TextTable(header);
        for (String contestant : table.contestants()) {
            List<String> row = new ArrayList<>(List.of(contestant));
            for (Metric metric : Metric.values()) {
                cells.forEach(cell -> row.add(value(contestant, cell, metric)));
            }
            rows.row(row);
        }
        return rows;
    }

    private String value(String contestant, Cell cell, Metric metric) {
        return table.sample(contestant, cell, metric)
                .map(sample -> Summary.of(sample).median())
                .map(Shown::measured)
                .orElse(Shown.NOTHING);
    }

    private String counted() {
        long invalid = results.runs().stream().filter(run -> !run.valid()).count();
        long failed = results.runs().stream()
                .mapToLong(run -> run.performance().failed())
                .sum();
        String text = Words.count(results.runs().size(), "run") + ", medians above. "
                + Words.counting(invalid, results.runs().size()) + "; "
                + (failed == 0 ? "no request" : Words.count(failed, "request")) + " failed.\n";
        StringBuilder reasons = new StringBuilder(text);
        results.runs().stream()
                .flatMap(run -> run.validity().invalidReasons().stream())
                .distinct()
                .forEach(reason -> wrap(reasons, "  ", "- " + reason));
        return reasons.toString();
    }

    static void wrap(StringBuilder text, String indent, String words) {
        int length = 0;
        for (String word : Words.unbroken(words).split(" ", -1)) {
            if (length == 0) {
                text.append(indent);
                length = indent.length();
            } else if (length + 1 + word.length() > WIDTH) {
                text.append('\n').append(indent).append(indent);
                length = 2 * indent.length();
            } else {
                text.append(' ');
                length++;
            }
            text.append(word);
            length += word.length();
        }
        text.append('\n');
    }
}
