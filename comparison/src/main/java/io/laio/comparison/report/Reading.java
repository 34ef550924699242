package io.laio.comparison.report;

import io.laio.analysis.figures.Numbers;
import io.laio.comparison.figures.ComparisonFigure;
import io.laio.comparison.figures.CurveFigure;
import io.laio.comparison.figures.DotFigure;
import io.laio.comparison.figures.HeatFigure;
import io.laio.comparison.figures.LoopTime;
import io.laio.comparison.figures.LoopTimeFigure;
import java.util.Comparator;
import java.util.List;

/** What a figure shows, in a few sentences. */
final class Reading {
    private Reading() {}

    /** A sentence or two for each panel of the figure. */
    static List<String> of(ComparisonFigure figure) {
        return switch (figure) {
            case CurveFigure curves when curves.ofAnOption() -> List.of(curves.values());
            case CurveFigure curves -> new CurveReading(curves).sentences();
            case DotFigure dots -> new DotReading(dots).sentences();
            case HeatFigure heat -> heat.reading().stream().map(Words::sentence).toList();
            case LoopTimeFigure loops -> List.of(of(loops));
        };
    }

    /** Whose loop was blocked most and least, and for how long at once. */
    private static String of(LoopTimeFigure figure) {
        LoopTime most = figure.rows().stream()
                .max(Comparator.comparingDouble(LoopTime::blocked))
                .orElseThrow();
        LoopTime least = figure.rows().stream()
                .min(Comparator.comparingDouble(LoopTime::blocked))
                .orElseThrow();
        String longest = ", the longest turn for " + Numbers.measured(most.longestMillis()) + " ms";
        String first = "Blocked most: " + most.contestant() + " at " + Words.count(most.clients(), "client") + ", "
                + Numbers.percent(most.blocked()) + " of its loop time" + longest + ".";
        return most.equals(least)
                ? first
                : first + " Least: " + least.contestant() + " at " + Words.count(least.clients(), "client") + ", "
                        + Numbers.percent(least.blocked()) + ".";
    }
}
