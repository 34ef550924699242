package io.laio.comparison.figures;

import io.laio.analysis.figures.Figure;
import io.laio.analysis.figures.SeriesStyle;
import io.laio.analysis.files.Csv;
import io.laio.analysis.statistics.Sample;
import io.laio.analysis.statistics.Summary;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Metric;
import io.laio.comparison.statistics.RunTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A metric against a count, such as the number of clients, one curve a contestant. */
public final class CurveFigure implements Figure {
    private final String id;
    private final String title;
    private final Metric metric;
    private final Against against;
    private final List<Curve> curves;
    private final SeriesStyles styles;

    CurveFigure(String id, String title, Metric metric, Against against, List<Curve> curves, SeriesStyles styles) {
        this.id = id;
        this.title = title;
        this.metric = metric;
        this.against = against;
        this.curves = List.copyOf(curves);
        this.styles = styles;
    }

    /** The figure of some cells, which differ in nothing but the number of clients. */
    static CurveFigure of(RunTable table, List<Cell> cells, Metric metric, Place place, SeriesStyles styles) {
        List<Curve> curves = table.contestants().stream()
                .filter(name ->
                        cells.stream().anyMatch(cell -> !table.runs(name, cell).isEmpty()))
                .map(name -> new Curve(
                        name,
                        cells.stream()
                                .map(cell -> point(table, name, cell, metric, cell.clients()))
                                .toList(),
                        false))
                .toList();
        return new CurveFigure(
                metric.id() + "-" + place.slug(),
                capitalised(metric.words()) + ": " + place.words(),
                metric,
                Against.CLIENTS,
                curves,
                styles);
    }

    static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What a contestant has in a cell, to be drawn at a place of the horizontal axis. */
    static Curve.Point point(RunTable table, String name, Cell cell, Metric metric, int count) {
        int invalid = table.runs(name, cell).size() - table.counted(name, cell).size();
        @Nullable Sample sample = table.sample(name, cell, metric).orElse(null);
        return new Curve.Point(count, sample == null ? null : Summary.of(sample), invalid);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    Metric metric() {
        return metric;
    }

    Against against() {
        return against;
    }

    /**
     * Every value in words.
     *
     * @return a sentence for each curve
     */
    public String values() {
        return new CurveCaption(this).values();
    }

    List<Curve> curves() {
        return curves;
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
        Csv csv = new Csv(List.of(
                "server", against.column(), "runs", metric.id(), "low", "high", "spread", "unit", "invalidRuns"));
        for (Curve curve : curves) {
            for (Curve.Point point : curve.across() ? curve.points().subList(0, 1) : curve.points()) {
                csv.row(row(curve.contestant(), curve.across() ? null : point.count(), point));
            }
        }
        return csv;
    }

    private List<@Nullable Object> row(String contestant, @Nullable Integer count, Curve.Point point) {
        Summary summary = point.summary();
        if (summary == null) {
            return Arrays.asList(contestant, count, 0, null, null, null, "none", metric.unit(), point.invalidRuns());
        }
        String spread = summary.provisional() ? "range" : "bootstrap 95 %";
        return Arrays.asList(
                contestant,
                count,
                summary.count(),
                summary.median(),
                summary.interval().low(),
                summary.interval().high(),
                summary.count() == 1 ? "none" : spread,
                metric.unit(),
                point.invalidRuns());
    }
}
