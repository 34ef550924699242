package io.laio.analysis.statistics;

/** What a comparison of two samples says. */
public enum Outcome {
    /** The other is larger. */
    HIGHER,

    /** The other is smaller. */
    LOWER,

    /** The repeats do not tell them apart. */
    NO_SIGNIFICANT_DIFFERENCE
}
