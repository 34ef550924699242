package io.laio.comparison.remote;

/**
 * What an agent has started.
 *
 * @param port where it listens
 * @param engine how it carries out asynchronous calls
 * @param engineReason why so and not as it would have preferred; empty if it says nothing of it
 */
record Started(int port, String engine, String engineReason) {}
