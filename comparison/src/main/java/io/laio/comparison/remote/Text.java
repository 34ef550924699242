package io.laio.comparison.remote;

/**
 * What a contestant has written.
 *
 * @param text all of it
 */
record Text(String text) {}
