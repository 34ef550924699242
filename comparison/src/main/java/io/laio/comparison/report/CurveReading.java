package io.laio.comparison.report;

import io.laio.analysis.statistics.Sample;
import io.laio.comparison.figures.Curve;
import io.laio.comparison.figures.CurveFigure;
import io.laio.comparison.figures.CurvePanel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who is ahead at each place of a figure of curves, and by how much where servers differ most. */
final class CurveReading {
    private final CurveFigure figure;

    CurveReading(CurveFigure figure) {
        this.figure = figure;
    }

    /** A sentence or two for each panel. */
    List<String> sentences() {
        return figure.panels().stream()
                .map(panel -> (panel.heading().isEmpty() ? "" : Words.sentence(panel.heading()) + ": ") + of(panel))
                .toList();
    }

    private String of(CurvePanel panel) {
        Map<Double, Standing> standings = standings(panel);
        if (standings.isEmpty()) {
            return "There is nothing to compare.";
        }
        Map<String, List<String>> placesByLeader = new LinkedHashMap<>();
        standings.forEach((at, standing) -> placesByLeader
                .computeIfAbsent(standing.leaders(), ignored -> new ArrayList<>())
                .add(figure.show(at)));
        String first = figure.metric().higherIsBetter() ? "highest" : "shortest";
        String lead = panel.heading().isEmpty() ? Words.sentence(first) : first;
        return lead + who(placesByLeader, standings.size()) + ". " + gap(standings);
    }

    /** One who leads at all places needs none named. */
    private String who(Map<String, List<String>> placesByLeader, int places) {
        if (placesByLeader.size() == 1 && places > 1) {
            return " everywhere: " + placesByLeader.keySet().iterator().next();
        }
        return placesByLeader.entrySet().stream()
                .map(entry -> entry.getKey() + " " + figure.at(Words.and(entry.getValue())))
                .collect(Collectors.joining("; ", ": ", ""));
    }

    private Map<Double, Standing> standings(CurvePanel panel) {
        Map<Double, Map<String, Sample>> samples = new TreeMap<>();
        for (Curve curve : panel.curves()) {
            for (Curve.Point point : curve.points()) {
                Optional.ofNullable(point.sample())
                        .ifPresent(sample -> samples.computeIfAbsent(point.at(), ignored -> new LinkedHashMap<>())
                                .put(curve.contestant(), sample));
            }
        }
        Map<Double, Standing> standings = new TreeMap<>();
        samples.forEach((at, of) ->
                Standing.of(of, figure.metric().higherIsBetter()).ifPresent(standing -> standings.put(at, standing)));
        return standings;
    }

    /** Where servers differ most, or as near to it as there is something to compare. */
    private String gap(Map<Double, Standing> standings) {
        double at = standings.keySet().stream()
                .min((a, b) -> Double.compare(Math.abs(a - figure.hardest()), Math.abs(b - figure.hardest())))
                .orElseThrow();
        Standing standing = Optional.ofNullable(standings.get(at)).orElseThrow();
        return Words.sentence(figure.at(figure.show(at))) + ", "
                + standing.gap(figure.metric().words());
    }
}
