package io.laio.comparison.contestant;

/**
 * What a contestant said when it was ready.
 *
 * @param port where it listens
 * @param engine how it carries out asynchronous calls; {@code none} if it says nothing of it
 * @param engineReason why that engine and not the preferred one; empty if it says nothing of it
 */
record Readiness(int port, String engine, String engineReason) {}
