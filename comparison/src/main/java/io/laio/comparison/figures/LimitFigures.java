package io.laio.comparison.figures;

import io.laio.comparison.results.ServerName;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Metric;
import io.laio.comparison.statistics.RunTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a limit decides: servers that took part with several values of an option, e.g. {@code flash-nb-amped@readHelpers=4} and
 * {@code @readHelpers=16}, are a curve against those values; a server without options is a line across. The first option of
 * a name is the one that counts; what follows it belongs to the same setting.
 */
final class LimitFigures {
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");

    private final RunTable table;
    private final Cell cell;
    private final List<Entry> entries;

    /** A contestant of the cell; without option, and with value 0, if its name fixes none or no number. */
    private record Entry(String contestant, String server, Optional<String> option, int value) {}

    private LimitFigures(RunTable table, Cell cell) {
        this.table = table;
        this.cell = cell;
        entries = table.contestants().stream()
                .filter(name -> !table.runs(name, cell).isEmpty())
                .map(LimitFigures::entry)
                .toList();
    }

    private static Entry entry(String contestant) {
        ServerName name = ServerName.parse(contestant);
        return name.options().entrySet().stream()
                .findFirst()
                .filter(option -> COUNT.matcher(option.getValue()).matches())
                .map(option -> new Entry(
                        contestant, name.server(), Optional.of(option.getKey()), Integer.parseInt(option.getValue())))
                .orElseGet(() -> new Entry(contestant, name.server(), Optional.empty(), 0));
    }

    /** The figures of some cells: none where no server took part with several values. */
    static List<CurveFigure> of(RunTable table, List<Cell> cells, Place place) {
        List<CurveFigure> figures = new ArrayList<>();
        for (Cell cell : cells) {
            LimitFigures limits = new LimitFigures(table, cell);
            limits.options()
                    .forEach(option -> Stream.of(Metric.values())
                            .forEach(metric -> figures.add(limits.figure(option, metric, place))));
        }
        return figures;
    }

    /** Those with two values at least. */
    private List<String> options() {
        return entries.stream()
                .flatMap(entry -> entry.option().stream())
                .distinct()
                .filter(option -> counts(option).size() > 1)
                .toList();
    }

    private Stream<Entry> having(String option) {
        return entries.stream()
                .filter(entry -> entry.option().equals(Optional.of(option)))
                .sorted(Comparator.comparingInt(Entry::value));
    }

    private List<Integer> counts(String option) {
        return having(option).map(Entry::value).distinct().toList();
    }

    private CurveFigure figure(String option, Metric metric, Place place) {
        List<String> servers =
                having(option).map(Entry::server).distinct().sorted().toList();
        List<Curve> curves = new ArrayList<>();
        servers.forEach(server -> curves.add(curve(server, option, metric)));
        entries.stream()
                .filter(entry -> entry.option().isEmpty() && !servers.contains(entry.server()))
                .forEach(entry -> curves.add(across(entry, option, metric)));
        Against against = Against.option(option);
        return new CurveFigure(
                metric.id() + "-" + against.words().replace(' ', '-') + "-" + place.slug() + "-" + cell.clients(),
                CurveFigure.capitalised(metric.words()) + " against " + against.words() + ": " + place.words() + ", "
                        + cell.clients() + " clients",
                metric,
                against,
                List.of(new CurvePanel("", curves)),
                new SeriesStyles(curves.stream().map(Curve::contestant).toList()));
    }

    private Curve curve(String server, String option, Metric metric) {
        List<Curve.Point> points = having(option)
                .filter(entry -> entry.server().equals(server))
                .map(entry -> CurveFigure.point(table, entry.contestant(), cell, metric, entry.value()))
                .toList();
        return new Curve(server, points, false);
    }

    private Curve across(Entry entry, String option, Metric metric) {
        List<Curve.Point> points = counts(option).stream()
                .map(count -> CurveFigure.point(table, entry.contestant(), cell, metric, count))
                .toList();
        return new Curve(entry.contestant(), points, true);
    }
}
