package io.laio.comparison.figures;

import io.laio.comparison.results.Results;
import io.laio.comparison.statistics.RunTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Figures of results, found by what they are. */
final class Found {
    private Found() {}

    static List<CurveFigure> curves(Results results) {
        return all(results, CurveFigure.class).toList();
    }

    /** The figure of this kind whose name begins so. */
    static <F extends ComparisonFigure> Optional<F> first(Results results, Class<F> kind, String id) {
        return all(results, kind).filter(figure -> figure.id().startsWith(id)).findFirst();
    }

    static <F extends ComparisonFigure> Stream<F> all(Results results, Class<F> kind) {
        return ComparisonFigures.of(new RunTable(results)).chapters().stream()
                .flatMap(chapter -> chapter.figures().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
