package io.laio.comparison.figures;

import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Condition;
import io.laio.comparison.statistics.Metric;
import java.util.List;
import java.util.stream.Stream;

/** Throughput and response time against clients: the study's own figures, a panel for each workload and cache state. */
final class ClientFigures {
    private final Group group;
    private final SeriesStyles styles;

    ClientFigures(Group group, SeriesStyles styles) {
        this.group = group;
        this.styles = styles;
    }

    /** Two figures for each family. */
    List<CurveFigure> list() {
        return Family.of(group.contestants(group.cells()), group.workloads()).stream()
                .flatMap(family -> Stream.of(Metric.values()).map(metric -> figure(family, metric)))
                .toList();
    }

    private CurveFigure figure(Family family, Metric metric) {
        return new CurveFigure(
                family.idOf(metric.id() + "-" + group.place().slug()),
                family.titleOf(
                        CurveFigure.capitalised(metric.words()), group.place().words()),
                metric,
                Against.CLIENTS,
                group.conditions().stream()
                        .map(condition -> panel(condition, family, metric))
                        .toList(),
                styles);
    }

    private CurvePanel panel(Condition condition, Family family, Metric metric) {
        List<Cell> cells = group.table().cells(condition);
        List<String> here = group.contestants(cells);
        return new CurvePanel(
                group.heading(condition),
                family.contestants().stream()
                        .filter(here::contains)
                        .map(name -> new Curve(name, points(name, cells, metric), false))
                        .toList());
    }

    /** Where it was run: that others have more numbers of clients is no gap in its curve. */
    private List<Curve.Point> points(String name, List<Cell> cells, Metric metric) {
        return cells.stream()
                .filter(cell -> !group.table().runs(name, cell).isEmpty())
                .map(cell -> CurveFigure.point(group.table(), name, cell, metric, cell.clients()))
                .toList();
    }
}
