package io.laio.comparison.results;

import org.jspecify.annotations.Nullable;

/**
 * How often a server issued one kind of operation, and how often it blocked: claim C1 counts these. What was issued and is
 * neither at once nor blocked was still under way when the server was asked.
 *
 * @param issued calls issued
 * @param atOnce calls whose result was known when the submitting call returned; {@code null} if the server does not count them
 * @param blocked calls whose result was not known when the submitting call returned; for a server that calls blockingly,
 *     calls during which its loop slept
 * @param blockedMillis time from submission to result, summed over the calls that blocked
 */
public record OperationCounts(long issued, @Nullable Long atOnce, long blocked, double blockedMillis) {}
