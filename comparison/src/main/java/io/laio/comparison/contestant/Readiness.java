package io.laio.comparison.contestant;

/**
 * What a contestant said when it was ready.
 *
 * @param port where it listens
 * @param engine how it carries out asynchronous calls; {@code none} if it says nothing of it
 * @param line the line it printed; empty if it prints none
 */
record Readiness(int port, String engine, String line) {}
