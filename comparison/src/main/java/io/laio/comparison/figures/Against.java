package io.laio.comparison.figures;

import java.util.Locale;

/**
 * What the horizontal axis of a figure counts.
 *
 * @param words a plural, for people
 * @param column name of the column in the figure's data
 */
record Against(String words, String column) {
    /** Simulated clients. */
    static final Against CLIENTS = new Against("clients", "clients");

    /** An option of a server, by the plan's name for it: {@code readHelpers} counts read helpers. */
    static Against option(String name) {
        return new Against(name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT), name);
    }
}
