package io.laio.comparison.figures;

import java.util.List;

/**
 * Figures that answer one question.
 *
 * @param id for anchors
 * @param title a heading
 * @param words what the question is and how to read the figures; may be empty
 * @param figures one at least
 */
public record Chapter(String id, String title, String words, List<ComparisonFigure> figures) {
    /** Copies the figures. */
    public Chapter {
        figures = List.copyOf(figures);
    }
}
