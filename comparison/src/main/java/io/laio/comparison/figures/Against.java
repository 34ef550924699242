package io.laio.comparison.figures;

import io.laio.analysis.figures.Numbers;
import java.util.Locale;

/**
 * What the horizontal axis of a figure says.
 *
 * @param words of counts a plural, for people
 * @param column name of the column in the figure's data
 * @param logarithmic whether the axis is; it then begins at the smallest value, else at zero
 */
record Against(String words, String column, boolean logarithmic) {
    /** Simulated clients. */
    static final Against CLIENTS = new Against("clients", "clients", true);

    /** Page cache a server may use, relative to the bytes of the documents that are played. */
    static final Against MEMORY = new Against("memory / footprint", "memoryOverFootprint", false);

    /** An option of a server, by the plan's name for it: {@code readHelpers} counts read helpers. */
    static Against option(String name) {
        return new Against(name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT), name, true);
    }

    /** A value of this axis, for people. */
    String show(double value) {
        return logarithmic ? Numbers.whole(Math.round(value)) : Numbers.tick(Math.round(value * 100) / 100.0);
    }

    /** Values of this axis in a sentence. */
    String at(String values) {
        return this.equals(MEMORY) ? "with memory for " + values + " of the documents" : "at " + values + " " + words;
    }
}
