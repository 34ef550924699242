package io.laio.comparison.statistics;

import io.laio.comparison.results.RunResult;

/** What is compared between servers. */
public enum Metric {
    /** Bits of response bodies received per second. */
    THROUGHPUT("throughput", "throughput", "Mb/s", true),

    /** Mean time from the intended sending of a request to the last byte of its response. */
    RESPONSE_TIME("response-time", "mean response time", "ms", false);

    private final String id;
    private final String words;
    private final String unit;
    private final boolean higherIsBetter;

    Metric(String id, String words, String unit, boolean higherIsBetter) {
        this.id = id;
        this.words = words;
        this.unit = unit;
        this.higherIsBetter = higherIsBetter;
    }

    /**
     * The name in file names.
     *
     * @return lower case, hyphenated
     */
    public String id() {
        return id;
    }

    /**
     * The name in a sentence.
     *
     * @return words
     */
    public String words() {
        return words;
    }

    /**
     * The unit.
     *
     * @return its symbol
     */
    public String unit() {
        return unit;
    }

    /**
     * The direction.
     *
     * @return whether more of it is better
     */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /**
     * The metric of a run.
     *
     * @param run the run
     * @return in {@link #unit()}
     */
    public double of(RunResult run) {
        return switch (this) {
            case THROUGHPUT -> run.performance().throughputMbps();
            case RESPONSE_TIME -> run.performance().responseTimeMillis().mean();
        };
    }
}
