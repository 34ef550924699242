package io.laio.comparison.results;

/**
 * How long one kind of operation blocked a server's event loops, in milliseconds.
 *
 * @param max the most in a single turn
 * @param total in all turns of all loops
 */
public record OperationStall(double max, double total) {}
