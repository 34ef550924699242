package io.laio.comparison.remote;

/**
 * A number in a request.
 *
 * @param value bytes of a budget, or milliseconds to wait
 */
record Amount(long value) {}
