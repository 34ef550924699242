/** What every experiment needs once it has measured: statistics, figures, and files to put them in. */
module io.laio.analysis {
    requires static transitive org.jspecify;

    exports io.laio.analysis.files;
    exports io.laio.analysis.figures;
    exports io.laio.analysis.statistics;
}
