package io.laio.comparison.remote;

/**
 * Why an agent did not do what it was asked.
 *
 * @param kind {@link io.laio.comparison.contestant.ContestantException.Kind}, in its own words
 * @param message a sentence for the user
 */
record Failure(String kind, String message) {}
