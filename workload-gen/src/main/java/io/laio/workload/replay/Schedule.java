package io.laio.workload.replay;

import io.laio.workload.trace.RequestSequence;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Gives each request the moment at which it is intended to be made, on the clock of System.nanoTime(). Asked once a
 * request, in the order in which clients take them. Belongs to one thread.
 */
interface Schedule {
    /**
     * The moment of a request.
     *
     * @param sequence whose request it is
     * @param position which request of it
     * @param previousNanos the moment of the request before it in the sequence; of no meaning for the first
     * @param freeNanos when its client could make it at the earliest
     */
    long intended(RequestSequence sequence, int position, long previousNanos, long freeNanos);

    /** The schedule of a replay of one shard that begins at a moment; a rate is that of all shards together. */
    static Schedule of(Arrivals arrivals, Shard shard, long startNanos) {
        return switch (arrivals) {
            case Arrivals.Closed _ -> (sequence, position, previousNanos, freeNanos) -> freeNanos;
            case Arrivals.FixedRate(double rate, Arrivals.Spacing spacing, long seed) ->
                atRate(1e9 / rate, spacing, seed, shard, startNanos);
            case Arrivals.OwnTimes own -> new AtOwnTimes(startNanos, own.speed());
        };
    }

    private static Schedule atRate(
            double meanNanos, Arrivals.Spacing spacing, long seed, Shard shard, long startNanos) {
        return spacing == Arrivals.Spacing.EVEN
                ? new Even(startNanos, meanNanos, shard)
                : new Poisson(
                        startNanos,
                        meanNanos * shard.count(),
                        RandomSource.XO_SHI_RO_256_PP.create(seed + shard.index()));
    }

    /** The same time between any two, also of different shards, which take turns. By a product: a sum would add up its roundings. */
    final class Even implements Schedule {
        private final long startNanos;
        private final double meanNanos;
        private final Shard shard;
        private long number;

        Even(long startNanos, double meanNanos, Shard shard) {
            this.startNanos = startNanos;
            this.meanNanos = meanNanos;
            this.shard = shard;
        }

        @Override
        public long intended(RequestSequence sequence, int position, long previousNanos, long freeNanos) {
            return startNanos + (long) ((number++ * shard.count() + shard.index()) * meanNanos);
        }
    }

    /** Exponentially distributed times between them. */
    final class Poisson implements Schedule {
        private final long startNanos;
        private final double meanNanos;
        private final UniformRandomProvider random;
        private double offsetNanos;

        Poisson(long startNanos, double meanNanos, UniformRandomProvider random) {
            this.startNanos = startNanos;
            this.meanNanos = meanNanos;
            this.random = random;
        }

        @Override
        public long intended(RequestSequence sequence, int position, long previousNanos, long freeNanos) {
            long intended = startNanos + (long) offsetNanos;
            offsetNanos -= meanNanos * StrictMath.log(1 - random.nextDouble()); // of (0, 1]: it has a logarithm
            return intended;
        }
    }

    /** As the trace has them: a sequence at its own time, and within it each request so long after the one before. */
    final class AtOwnTimes implements Schedule {
        private static final double NANOS_PER_MILLI = 1e6;

        private final double nanosPerTraceMilli;
        private final long startNanos;

        AtOwnTimes(long startNanos, double speed) {
            this.startNanos = startNanos;
            this.nanosPerTraceMilli = NANOS_PER_MILLI / speed;
        }

        @Override
        public long intended(RequestSequence sequence, int position, long previousNanos, long freeNanos) {
            long base = position == 0 ? startNanos + nanos(sequence.startMillis()) : previousNanos;
            return base + nanos(sequence.gapMillis(position));
        }

        private long nanos(long traceMillis) {
            return (long) (traceMillis * nanosPerTraceMilli);
        }
    }
}
