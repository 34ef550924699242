package io.laio.comparison.figures;

import io.laio.analysis.statistics.Summary;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A contestant's curve.
 *
 * @param contestant its name
 * @param points one for each count of the figure, rising, with or without a value
 * @param across whether it has the same value at every count, because the count is nothing that it has: drawn as a line
 *     without markers
 */
record Curve(String contestant, List<Point> points, boolean across) {

    /** Copies the points. */
    Curve {
        points = List.copyOf(points);
    }

    /**
     * A point of a curve.
     *
     * @param count where on the horizontal axis, e.g. simulated clients
     * @param summary what the runs that count say; {@code null} if none does
     * @param invalidRuns runs left out
     */
    record Point(int count, @Nullable Summary summary, int invalidRuns) {}

    /** The points that have a value. */
    List<Measured> measured() {
        return points.stream()
                .flatMap(point -> point.summary() == null
                        ? Stream.empty()
                        : Stream.of(new Measured(point.count(), point.summary())))
                .toList();
    }

    /** A point that has a value. */
    record Measured(int count, Summary summary) {}
}
