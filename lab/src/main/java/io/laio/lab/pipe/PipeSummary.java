package io.laio.lab.pipe;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.files.TextTable;
import io.laio.analysis.statistics.Difference;
import io.laio.analysis.statistics.Summary;
import java.util.List;

/** Results for a terminal. */
public final class PipeSummary {
    private final PipeResults results;

    /**
     * Prepares.
     *
     * @param results what to tell
     */
    public PipeSummary(PipeResults results) {
        this.results = results;
    }

    /**
     * Two tables and three sentences.
     *
     * @return lines, each ended
     */
    public String text() {
        PipePlan plan = results.plan();
        StringBuilder text = new StringBuilder();
        text.append("Reading 1 byte from a pipe, nanoseconds a call: median of ")
                .append(plan.rounds())
                .append(plan.rounds() < Summary.ENOUGH_REPEATS ? " rounds (range), " : " rounds (95 % interval), ")
                .append(Numbers.whole(plan.calls()))
                .append(" reads each, seed ")
                .append(plan.seed())
                .append("\n\n")
                .append(contenders())
                .append('\n')
                .append(ratios())
                .append("\n  [S] stated on the paper's slides, [R] recalled, not verified\n\n");
        PipeWords.explanation(results).forEach(sentence -> text.append(sentence).append('\n'));
        return text.toString();
    }

    private String contenders() {
        TextTable table = new TextTable(List.of("contender", "full", "", "empty", ""));
        for (Contender contender : Contender.values()) {
            Summary full = results.summary(new Cell(contender, PipeState.FULL, 1));
            Summary empty = results.summary(new Cell(contender, PipeState.EMPTY, 1));
            table.row(List.of(
                    contender.words(),
                    Numbers.measured(full.median()),
                    "(" + Numbers.interval(full.interval()) + ")",
                    Numbers.measured(empty.median()),
                    "(" + Numbers.interval(empty.interval()) + ")"));
        }
        return table.text();
    }

    private String ratios() {
        TextTable table = new TextTable(List.of("times as long", "here", "", "paper", ""));
        for (PaperRatio ratio : PaperRatio.values()) {
            Difference here = results.difference(ratio);
            table.row(List.of(
                    ratio.words(),
                    Numbers.measured(here.ratio()),
                    "(" + Numbers.interval(here.interval()) + (here.provisional() ? ", provisional)" : ")"),
                    Numbers.measured(ratio.paper()),
                    "[" + ratio.mark() + "]"));
        }
        return table.text();
    }
}
