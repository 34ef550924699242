package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;

/** A part of the page with a heading of its own. */
interface Section {
    /** Its anchor. */
    String id();

    /** Its heading. */
    String title();

    /** Whether there is anything to say. */
    default boolean present() {
        return true;
    }

    /** Writes what comes below the heading. */
    void write(Markup page);
}
