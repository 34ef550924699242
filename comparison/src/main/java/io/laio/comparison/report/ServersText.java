package io.laio.comparison.report;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.files.MarkdownTable;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.RunTable;
import io.laio.comparison.statistics.SetupNames;
import java.util.List;
import java.util.stream.Collectors;

/** What each server did, as Markdown for a document: a table for each workload, cache state and number of clients. */
public final class ServersText {
    private final Results results;
    private final RunTable table;

    /**
     * The tables of a comparison.
     *
     * @param results what was found
     */
    public ServersText(Results results) {
        this.results = results;
        table = new RunTable(results);
    }

    /**
     * The tables.
     *
     * @return Markdown; lines, each ended
     */
    public String text() {
        SetupNames names = new SetupNames(table.setups());
        return table.setups().stream()
                .flatMap(setup -> table.conditions(setup).stream())
                .flatMap(condition -> table.cells(condition).stream())
                .map(cell -> text(names.of(cell.condition()), cell))
                .collect(Collectors.joining("\n"));
    }

    private String text(String name, Cell cell) {
        MarkdownTable rows = new MarkdownTable(ServerRow.HEADER);
        StringBuilder leftOut = new StringBuilder();
        for (String contestant : table.contestants()) {
            List<RunResult> counted = table.counted(contestant, cell);
            if (!counted.isEmpty()) {
                rows.row(ServerRow.of(contestant, counted));
            } else if (!table.runs(contestant, cell).isEmpty()) {
                leftOut.append("- `")
                        .append(contestant)
                        .append("` does not count: ")
                        .append(reasons(table.runs(contestant, cell)))
                        .append('\n');
            }
        }
        return "**" + Words.sentence(name) + ", " + Words.count(cell.clients(), "client") + "** (" + facts(cell)
                + ")\n\n" + rows.text() + (leftOut.isEmpty() ? "" : "\n" + leftOut);
    }

    private static String reasons(List<RunResult> runs) {
        return runs.stream()
                .flatMap(run -> run.validity().invalidReasons().stream())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String facts(Cell cell) {
        List<RunResult> runs = table.contestants().stream()
                .flatMap(contestant -> table.runs(contestant, cell).stream())
                .toList();
        RunResult any = runs.getFirst();
        Long budget = any.setting().memoryBudgetBytes();
        boolean names = runs.stream().allMatch(run -> run.evidence().namesCold());
        return Numbers.bytes(any.evidence().prefixFootprintBytes()) + " of documents, "
                + (budget == null ? "no memory limit" : Numbers.bytes(budget) + " of page cache")
                + (names ? ", names cold too" : "")
                + ", " + Words.count(results.plan().repeats(), "repeat")
                + "; " + results.environment().device();
    }
}
