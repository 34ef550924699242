package io.laio.comparison.run;

/** Is told how a comparison is getting on, on the thread that carries it out. */
public interface Narrator {
    /** Tells nobody. */
    Narrator SILENT = new Narrator() {
        @Override
        public void line(String text) {}

        @Override
        public void status(String text) {}
    };

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
    void status(String text);
}
