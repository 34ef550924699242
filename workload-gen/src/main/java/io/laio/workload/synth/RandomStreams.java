package io.laio.workload.synth;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Independent streams of random numbers, so that what one part of a trace draws does not change another.
 *
 * @param seed chooses all of them
 */
record RandomStreams(long seed) {
    private static final long DISTANCE = 0x9e3779b97f4a7c15L;

    /** What random numbers are for. The numbers must stay: they are part of what a seed means. */
    enum Purpose {
        SIZES(1),
        ORDER(2),
        POPULARITY(3),
        COVERAGE(4),
        SEQUENCES(5);

        private final int number;

        Purpose(int number) {
            this.number = number;
        }
    }

    UniformRandomProvider of(Purpose purpose) {
        return RandomSource.XO_SHI_RO_256_PP.create(seed + purpose.number * DISTANCE);
    }
}
