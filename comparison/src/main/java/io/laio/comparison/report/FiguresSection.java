package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.statistics.Sample;
import io.laio.analysis.statistics.Summary;
import io.laio.comparison.figures.Chapter;
import io.laio.comparison.figures.ComparisonFigure;
import io.laio.comparison.figures.ComparisonFigures;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Metric;
import io.laio.comparison.statistics.RunTable;
import io.laio.comparison.statistics.SetupNames;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures, each with a reading, by the question that they answer; behind them, folded, the medians they are drawn from. */
record FiguresSection(Results results, RunTable table, ComparisonFigures figures) implements Section {
    @Override
    public String id() {
        return "figures";
    }

    @Override
    public String title() {
        return "The figures";
    }

    @Override
    public boolean present() {
        return !figures.chapters().isEmpty();
    }

    @Override
    public void write(Markup page) {
        for (Chapter chapter : figures.chapters()) {
            page.element("h3", chapter.title(), "id", chapter.id());
            if (!chapter.words().isEmpty()) {
                page.element("p", chapter.words(), "class", "lead");
            }
            chapter.figures().forEach(figure -> write(page, figure));
        }
        page.element("h3", "Numbers behind the figures", "id", "numbers");
        if (!figures.loopTimes().isEmpty()) {
            page.open("details").element("summary", "Where loop time went, for each number of clients");
            figures.loopTimes().forEach(figure -> write(page, figure));
            page.close("details");
        }
        SetupNames names = new SetupNames(table.setups());
        table.setups().stream()
                .flatMap(setup -> table.conditions(setup).stream())
                .forEach(condition -> {
                    page.open("details").element("summary", "Medians: " + names.of(condition));
                    medians(names.of(condition), table.cells(condition)).write(page);
                    page.close("details");
                });
    }

    private void write(Markup page, ComparisonFigure figure) {
        page.open("figure", "id", figure.id());
        page.open("div", "class", "drawing", "tabindex", "0", "role", "group", "aria-label", figure.title());
        page.raw(figure.inlineSvg()).close("div");
        page.open("figcaption");
        writeReading(page, Reading.of(figure));
        page.element("a", "Data", "href", "figures/" + figure.id() + ".csv");
        page.close("figcaption").close("figure");
    }

    /** One sentence runs on; several are a list. */
    private void writeReading(Markup page, List<String> sentences) {
        Prose prose = new Prose(table.contestants());
        if (sentences.size() == 1) {
            prose.write(page, sentences.getFirst() + " ");
            return;
        }
        page.open("ul");
        for (String sentence : sentences) {
            int of = sentence.indexOf(": ") + 1; // the panel, then what is to be seen there
            page.open("li").inline("b", sentence.substring(0, of));
            prose.write(page, sentence.substring(of));
            page.close("li");
        }
        page.close("ul");
    }

    private HtmlTable medians(String name, List<Cell> cells) {
        HtmlTable medians = new HtmlTable(
                name + ": medians, in brackets the 95 % interval, or the range where there are fewer than "
                        + Summary.ENOUGH_REPEATS + " runs",
                List.of(
                        "server",
                        "clients",
                        "runs",
                        "Mb/s",
                        "requests/s",
                        "mean ms",
                        "p50 ms",
                        "p99 ms",
                        "CPU µs/request",
                        "loop blocked"));
        for (String contestant : table.contestants()) {
            for (Cell cell : cells) {
                List<RunResult> runs = table.counted(contestant, cell);
                if (!runs.isEmpty()) {
                    medians.row(row(contestant, cell, runs));
                }
            }
        }
        return medians;
    }

    private static List<String> row(String contestant, Cell cell, List<RunResult> runs) {
        return List.of(
                contestant,
                String.valueOf(cell.clients()),
                String.valueOf(runs.size()),
                summary(runs, Metric.THROUGHPUT::of),
                summary(runs, run -> run.performance().requestsPerSecond()),
                summary(runs, Metric.RESPONSE_TIME::of),
                summary(runs, run -> run.performance().responseTimeMillis().p50()),
                summary(runs, run -> run.performance().responseTimeMillis().p99()),
                summary(runs, run -> run.use().serverCpuMicrosPerRequest()),
                median(runs));
    }

    private static String summary(List<RunResult> runs, Function<RunResult, @Nullable Double> value) {
        List<Double> values = runs.stream()
                .flatMap(run -> Stream.ofNullable(value.apply(run)))
                .toList();
        return values.isEmpty() ? Shown.NOTHING : Shown.summary(Summary.of(Sample.of(values)));
    }

    private static String median(List<RunResult> runs) {
        List<Double> shares = runs.stream()
                .flatMap(run -> Stream.ofNullable(run.use().loopStallMillis()))
                .map(stall -> stall.blockedFraction())
                .toList();
        return shares.isEmpty()
                ? Shown.NOTHING
                : Shown.percent(Sample.of(shares).median());
    }
}
