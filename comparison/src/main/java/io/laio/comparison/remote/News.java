package io.laio.comparison.remote;

/**
 * What has become of a contestant.
 *
 * @param casualty a sentence; empty if all is well
 */
record News(String casualty) {}
