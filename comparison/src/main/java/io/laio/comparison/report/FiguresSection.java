package io.laio.comparison.report;

import io.laio.analysis.figures.Figure;
import io.laio.analysis.figures.Markup;
import io.laio.analysis.statistics.Sample;
import io.laio.analysis.statistics.Summary;
import io.laio.comparison.figures.ConditionFigures;
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

/** The figures, each with a reading, and below them the medians they are drawn from. */
record FiguresSection(Results results, RunTable table, List<ConditionFigures> figures) implements Section {
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
        return !figures.isEmpty();
    }

    @Override
    public void write(Markup page) {
        SetupNames names = new SetupNames(table.setups());
        for (ConditionFigures condition : figures) {
            List<Cell> cells = table.cells(condition.condition());
            String name = names.of(condition.condition());
            page.element("h3", name);
            write(page, condition.throughput(), Reading.of(table, cells, Metric.THROUGHPUT));
            write(page, condition.responseTime(), Reading.of(table, cells, Metric.RESPONSE_TIME));
            condition.loopTime().ifPresent(figure -> write(page, figure, Reading.of(figure)));
            condition.limits().forEach(figure -> write(page, figure, figure.values()));
            medians(name, cells).write(page);
        }
    }

    private void write(Markup page, Figure figure, String reading) {
        page.open("figure", "id", figure.id());
        page.open("div", "class", "drawing").raw(figure.inlineSvg()).close("div");
        page.open("figcaption");
        new Prose(table.contestants()).write(page, reading + " ");
        page.element("a", "Data", "href", "figures/" + figure.id() + ".csv");
        page.close("figcaption").close("figure");
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
