package io.laio.comparison.figures;

import io.laio.analysis.figures.SeriesStyle;
import io.laio.analysis.statistics.Sample;
import io.laio.analysis.statistics.Summary;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A value of a {@link DotFigure}.
 *
 * @param contestant whose
 * @param style its look
 * @param sample the runs that count; {@code null} if none does, or none tells
 * @param summary what they say; {@code null} if there are none
 * @param invalidRuns runs left out
 */
public record Dot(
        String contestant,
        SeriesStyle style,
        @Nullable Sample sample,
        @Nullable Summary summary,
        int invalidRuns) {
    static Dot of(String contestant, SeriesStyle style, Collection<Double> values, int invalidRuns) {
        Sample sample = values.isEmpty() ? null : Sample.of(values);
        return new Dot(contestant, style, sample, sample == null ? null : Summary.of(sample), invalidRuns);
    }
}
