package io.laio.lab.pipe;

/**
 * One thing to measure.
 *
 * @param contender who reads
 * @param state what it finds
 * @param bytes of a read
 */
public record Cell(Contender contender, PipeState state, int bytes) {}
