package io.laio.lab.disk;

/**
 * How much a load reads.
 *
 * @param randomSeconds how long random reads go on
 * @param readsInOrder how many reads in order there are
 */
record Extent(int randomSeconds, long readsInOrder) {}
