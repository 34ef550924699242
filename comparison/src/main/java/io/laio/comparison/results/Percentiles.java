package io.laio.comparison.results;

/**
 * A distribution of times in milliseconds, condensed. The whole distribution is in the run's {@code .hlog}.
 *
 * @param mean arithmetic mean
 * @param p50 median
 * @param p90 90th percentile
 * @param p99 99th percentile
 * @param max largest value
 */
public record Percentiles(double mean, double p50, double p90, double p99, double max) {}
