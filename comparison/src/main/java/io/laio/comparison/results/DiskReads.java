package io.laio.comparison.results;

/**
 * What the disk saw during a run.
 *
 * @param count reads completed by the device
 * @param bytes bytes read
 * @param meanDepth reads in flight on average over the run
 * @param utilisation part of the run in which at least one read was in flight, 0 to 1
 */
public record DiskReads(long count, long bytes, double meanDepth, double utilisation) {}
