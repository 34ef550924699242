package io.laio.comparison.results;

/**
 * How often a server issued one kind of operation, and how often it blocked: claim C1 counts these.
 *
 * @param issued calls issued
 * @param blocked calls whose result was not known when the submitting call returned; for a server that calls blockingly,
 *     calls during which its loop slept
 * @param blockedMillis time from submission to result, summed over the calls that blocked
 */
public record OperationCounts(long issued, long blocked, double blockedMillis) {}
