package io.laio.comparison.figures;

import io.laio.analysis.statistics.Sample;
import io.laio.analysis.statistics.Summary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A contestant's curve.
 *
 * @param contestant its name
 * @param points one for each place of the figure at which it was run, rising, with or without a value
 * @param across whether it has the same value everywhere, because the horizontal axis is nothing that it has: drawn as a
 *     line without markers
 */
public record Curve(String contestant, List<Point> points, boolean across) {

    /** Copies the points. */
    public Curve {
        points = List.copyOf(points);
    }

    /**
     * A point of a curve.
     *
     * @param at where on the horizontal axis, e.g. simulated clients
     * @param sample the runs that count; {@code null} if none does
     * @param summary what they say; {@code null} if there are none
     * @param invalidRuns runs left out
     */
    public record Point(
            double at, @Nullable Sample sample, @Nullable Summary summary, int invalidRuns) {
        static Point of(double at, Optional<Sample> sample, int invalidRuns) {
            return new Point(at, sample.orElse(null), sample.map(Summary::of).orElse(null), invalidRuns);
        }
    }

    /** The points that have a value. */
    List<Measured> measured() {
        return points.stream()
                .flatMap(point ->
                        point.summary() == null ? Stream.empty() : Stream.of(new Measured(point.at(), point.summary())))
                .toList();
    }

    /** A point that has a value. */
    record Measured(double at, Summary summary) {}
}
