package io.laio.lab.disk;

import io.laio.analysis.figures.Axis;
import io.laio.analysis.figures.Figure;
import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Svg;
import io.laio.analysis.figures.TextWidth;
import io.laio.analysis.files.Csv;
import io.laio.analysis.statistics.Interval;
import java.util.List;
import java.util.stream.DoubleStream;

/** A panel a disk: reads a second against queue depth, and beneath it how far the device is from the model. */
public final class DiskFigure implements Figure {
    private static final double WIDTH = 760;
    private static final double MARGIN = 12;
    private static final double LINE_HEIGHT = 16;
    private static final double BELOW_KEY = 96;

    private final DiskResults results;
    private final PanelGrid grid;
    private final Axis rates;
    private final double mostRatio;

    /**
     * Prepares.
     *
     * @param results what to draw
     */
    public DiskFigure(DiskResults results) {
        this.results = results;
        grid = new PanelGrid(results.disks().size(), BELOW_KEY, WIDTH - MARGIN);
        List<Point> points =
                results.disks().stream().flatMap(disk -> disk.random().stream()).toList();
        double[] all =
                points.stream().flatMapToDouble(DiskFigure::rates).sorted().toArray();
        rates = Axis.Logarithmic.holding(all[0], all[all.length - 1]);
        mostRatio = RatioPlot.most(points);
    }

    private static DoubleStream rates(Point point) {
        Interval device = point.perSecond().interval();
        return DoubleStream.of(device.low(), device.high(), point.model().perSecond());
    }

    @Override
    public String id() {
        return "disk";
    }

    @Override
    public String title() {
        return "Emulated disks beside their models";
    }

    @Override
    public Csv data() {
        return DiskTable.of(results);
    }

    @Override
    public String inlineSvg() {
        List<String> lines = TextWidth.wrapped(DiskWords.caption(results), 12, WIDTH - 2 * MARGIN);
        Markup markup = new Markup();
        double height = grid.bottom() + lines.size() * LINE_HEIGHT + 2 * MARGIN;
        Svg.open(markup, this, WIDTH, height, DiskWords.description(results));
        Svg.text(markup, "title", title(), MARGIN, 24);
        Svg.text(
                markup,
                "soft",
                "random reads a second, both axes logarithmic – and how far the device is from its model",
                MARGIN,
                44);
        DiskStyle.key(markup, DiskWords.rounds(results.plan()), MARGIN, 68);
        for (int i = 0; i < results.disks().size(); i++) {
            drawPanel(markup, i);
        }
        Svg.lines(markup, lines, MARGIN, grid.bottom() + LINE_HEIGHT, LINE_HEIGHT);
        return markup.close("svg").toString();
    }

    private void drawPanel(Markup markup, int index) {
        DiskResult disk = results.disks().get(index);
        boolean first = grid.isFirstOfRow(index);
        DepthAxis depths = new DepthAxis(
                grid.left(index), grid.right(index), results.plan().depths());
        double top = grid.top(index);
        Svg.text(markup, "name", disk.disk().name(), grid.left(index), top);
        Svg.text(markup, "soft", DiskWords.shortGain(disk), grid.left(index), top + LINE_HEIGHT);
        if (first) {
            Svg.text(markup, "soft", "reads/s", MARGIN, top + LINE_HEIGHT);
        }
        new RatePlot(disk.random(), depths, rates, top + PanelGrid.HEADING, PanelGrid.RATES).draw(markup, first);
        new RatioPlot(disk.random(), depths, mostRatio, top + PanelGrid.RATIOS_FROM, PanelGrid.RATIOS)
                .draw(markup, first);
    }
}
