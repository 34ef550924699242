package io.laio.comparison.figures;

import io.laio.analysis.figures.SeriesStyle;
import io.laio.analysis.files.Csv;
import io.laio.analysis.statistics.Summary;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Metric;
import io.laio.comparison.statistics.RunTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A metric against a count, such as the number of clients, or against memory: one curve a contestant, and one panel a condition.
 */
public final class CurveFigure implements ComparisonFigure {
    private final String id;
    private final String title;
    private final Metric metric;
    private final Against against;
    private final List<CurvePanel> panels;
    private final SeriesStyles styles;

    CurveFigure(String id, String title, Metric metric, Against against, List<CurvePanel> panels, SeriesStyles styles) {
        this.id = id;
        this.title = title;
        this.metric = metric;
        this.against = against;
        this.panels = List.copyOf(panels);
        this.styles = styles;
    }

    static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What a contestant has in a cell, to be drawn at a place of the horizontal axis. */
    static Curve.Point point(RunTable table, String name, Cell cell, Metric metric, double at) {
        int invalid = table.runs(name, cell).size() - table.counted(name, cell).size();
        return Curve.Point.of(at, table.sample(name, cell, metric), invalid);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    /**
     * What its curves are of.
     *
     * @return the metric of the vertical axes
     */
    public Metric metric() {
        return metric;
    }

    Against against() {
        return against;
    }

    /**
     * A place of the horizontal axis, for people.
     *
     * @param at a point's
     * @return e.g. {@code 64}, or {@code 0.25}
     */
    public String show(double at) {
        return against.show(at);
    }

    /**
     * What the horizontal axis says.
     *
     * @return e.g. {@code clients}
     */
    public String places() {
        return against.words();
    }

    /**
     * Places of the horizontal axis in a sentence.
     *
     * @param places as {@link #show} has them
     * @return e.g. {@code at 16 and 64 clients}
     */
    public String at(String places) {
        return against.at(places);
    }

    /**
     * Whether its horizontal axis is an option of servers: it has then all values in words, for they are few and what is
     * compared is a server with itself.
     *
     * @return false if it is clients or memory
     */
    public boolean ofAnOption() {
        return !against.equals(Against.CLIENTS) && !against.equals(Against.MEMORY);
    }

    /**
     * Where servers differ most.
     *
     * @return most clients, or least memory
     */
    public double hardest() {
        var places = panels.stream()
                .flatMap(panel -> panel.curves().stream())
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Curve.Point::at);
        return (against.equals(Against.MEMORY) ? places.min() : places.max()).orElse(0);
    }

    /**
     * Every value in words.
     *
     * @return a sentence for each curve
     */
    public String values() {
        return new CurveCaption(this).values();
    }

    /**
     * What it shows.
     *
     * @return one panel at least
     */
    public List<CurvePanel> panels() {
        return panels;
    }

    SeriesStyle style(Curve curve) {
        return styles.of(curve.contestant());
    }

    @Override
    public String inlineSvg() {
        return new CurveChart(this).svg();
    }

    @Override
    public Csv data() {
        List<String> columns = new ArrayList<>(panels.size() > 1 ? List.of("condition") : List.of());
        columns.addAll(List.of(
                "server", against.column(), "runs", metric.id(), "low", "high", "spread", "unit", "invalidRuns"));
        Csv csv = new Csv(columns);
        panels.forEach(panel -> panel.curves().forEach(curve -> rows(csv, panel, curve)));
        return csv;
    }

    private void rows(Csv csv, CurvePanel panel, Curve curve) {
        for (Curve.Point point : curve.across() ? curve.points().subList(0, 1) : curve.points()) {
            List<@Nullable Object> row = new ArrayList<>(panels.size() > 1 ? List.of(panel.heading()) : List.of());
            row.addAll(row(curve.contestant(), curve.across() ? null : point.at(), point));
            csv.row(row);
        }
    }

    private List<@Nullable Object> row(String contestant, @Nullable Double at, Curve.Point point) {
        Summary summary = point.summary();
        if (summary == null) {
            return Arrays.asList(contestant, at, 0, null, null, null, "none", metric.unit(), point.invalidRuns());
        }
        return Arrays.asList(
                contestant,
                at,
                summary.count(),
                summary.median(),
                summary.interval().low(),
                summary.interval().high(),
                Spread.of(summary),
                metric.unit(),
                point.invalidRuns());
    }
}
