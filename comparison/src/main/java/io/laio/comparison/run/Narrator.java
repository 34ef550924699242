package io.laio.comparison.run;

/** Is told how a comparison is getting on, on the thread that carries it out. */
@FunctionalInterface
public interface Narrator {
    /** Tells nobody. */
    Narrator SILENT = line -> {};

    /**
     * Something that stays on record.
     *
     * @param text one line
     */
    void line(String text);

    /**
     * What is going on at the moment; the next status or line replaces it.
     *
     * @param text one line
     */
    default void status(String text) {} // who keeps a record only needs none of it
}
