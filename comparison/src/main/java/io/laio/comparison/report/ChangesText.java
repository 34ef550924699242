package io.laio.comparison.report;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.files.TextTable;
import io.laio.analysis.statistics.Difference;
import io.laio.analysis.statistics.Summary;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Change;
import io.laio.comparison.statistics.Changes;
import io.laio.comparison.statistics.Setup;
import io.laio.comparison.statistics.SetupNames;
import java.util.List;

/** What changed between two comparisons, for a terminal. Plain text. */
public final class ChangesText {
    private final Changes changes;

    /**
     * The text of some changes.
     *
     * @param changes what changed
     */
    public ChangesText(Changes changes) {
        this.changes = changes;
    }

    /**
     * A table and what to make of it.
     *
     * @return lines, each ended
     */
    public String text() {
        return table().text() + "\n" + verdict();
    }

    private TextTable table() {
        List<Setup> setups = changes.changes().stream()
                .map(change -> change.cell().condition().setup())
                .distinct()
                .toList();
        SetupNames names = new SetupNames(setups);
        TextTable table =
                new TextTable(List.of("workload", "server", "clients", "unit", "A", "B", "B/A", "interval", "verdict"));
        for (Change change : changes.changes()) {
            Cell cell = change.cell();
            table.row(List.of(
                    names.of(cell.condition()),
                    change.contestant(),
                    String.valueOf(cell.clients()),
                    change.metric().unit(),
                    Numbers.measured(change.before()),
                    Numbers.measured(change.after()),
                    Numbers.measured(change.difference().ratio()),
                    interval(change.difference()),
                    words(change.kind())));
        }
        return table;
    }

    private static String interval(Difference difference) {
        boolean point = difference.interval().low() == difference.interval().high();
        return point
                ? Shown.NOTHING
                : Numbers.interval(difference.interval()) + (difference.provisional() ? " (range)" : "");
    }

    private static String words(Change.Kind kind) {
        return switch (kind) {
            case BETTER -> "better";
            case WORSE -> "WORSE";
            case PROVISIONALLY_BETTER -> "provisionally better";
            case PROVISIONALLY_WORSE -> "provisionally worse";
            case NO_SIGNIFICANT_DIFFERENCE -> "no significant difference";
        };
    }

    private String verdict() {
        StringBuilder text = new StringBuilder();
        text.append(Words.sentence(Words.count(changes.count(Change.Kind.WORSE), "number")))
                .append(" significantly worse, ")
                .append(changes.count(Change.Kind.BETTER))
                .append(" significantly better, of ")
                .append(changes.changes().size())
                .append(".\n");
        if (changes.untested() > 0) {
            text.append(Words.count(changes.untested(), "number"))
                    .append(" could not be tested: fewer than ")
                    .append(Summary.ENOUGH_REPEATS)
                    .append(" repeats that count in A or B. Run with --repeats ")
                    .append(Summary.ENOUGH_REPEATS)
                    .append(" or more; these never fail.\n");
        }
        if (changes.onlyBefore() + changes.onlyAfter() > 0) {
            text.append("Not compared: ")
                    .append(Words.count(changes.onlyBefore(), "combination"))
                    .append(" only in A, ")
                    .append(changes.onlyAfter())
                    .append(" only in B.\n");
        }
        text.append(
                "Intervals are 95 % each by itself; verdicts allow one false alarm in twenty comparisons of A and B, all numbers together.\n");
        return text.toString();
    }
}
