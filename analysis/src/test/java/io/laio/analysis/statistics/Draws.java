package io.laio.analysis.statistics;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Samples of known distributions, and how often something is true of them. */
final class Draws {
    private final SplittableRandom random;

    /** The seed is printed, so that a failure can be seen again. */
    Draws(long seed) {
        System.out.println("seed " + seed);
        random = new SplittableRandom(seed);
    }

    /** Lognormal with median {@code median}: what times and rates look like. */
    Sample lognormal(int size, double median, double sigma) {
        return draw(size, r -> median * Math.exp(sigma * r.nextGaussian()));
    }

    /** Exponential with median {@code median}: far from symmetric. */
    Sample exponential(int size, double median) {
        return draw(size, r -> median / Math.log(2) * -Math.log(1 - r.nextDouble()));
    }

    Sample draw(int size, ToDoubleFunction<SplittableRandom> one) {
        return Sample.of(DoubleStream.generate(() -> one.applyAsDouble(random))
                .limit(size)
                .toArray());
    }

    double share(int rounds, BooleanSupplier holds) {
        int count = 0;
        for (int i = 0; i < rounds; i++) {
            count += holds.getAsBoolean() ? 1 : 0;
        }
        return (double) count / rounds;
    }
}
