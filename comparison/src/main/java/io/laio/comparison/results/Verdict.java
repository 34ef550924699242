package io.laio.comparison.results;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a claim. */
public enum Verdict {
    /** Measured, and the interval says yes. */
    REPRODUCED("reproduced"),

    /** Measured, and the interval says no. */
    CONTRADICTED("contradicted"),

    /** Measured, and the interval allows both. */
    INCONCLUSIVE("inconclusive"),

    /** The runs it needs were not made, or do not count. */
    NOT_RUN("not-run");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /**
     * The name in files.
     *
     * @return lower case, hyphenated
     */
    @JsonValue
    public String label() {
        return label;
    }
}
