package io.laio.workload.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Sizes of files: a lognormal body and a Pareto tail, each cut to its class, and fitted to the class's bytes.
 *
 * <p>The number of files follows: as many as it takes to reach the bytes. Normal numbers come from the Box-Muller
 * transform over StrictMath, because the samplers of Commons RNG use Math, whose last bit may differ between machines.
 */
final class FileSizes {
    private final WorkloadModel model;
    private final UniformRandomProvider random;

    FileSizes(WorkloadModel model, UniformRandomProvider random) {
        this.model = model;
        this.random = random;
    }

    /**
     * Sizes of one class that add up to the bytes exactly.
     *
     * @throws IllegalArgumentException if not even one file of the class is that small
     */
    List<Long> draw(SizeClass sizeClass, long classBytes) {
        long smallest = model.above(sizeClass) + 1;
        if (classBytes < smallest) {
            throw new IllegalArgumentException("the scale is too small: " + classBytes + " bytes of "
                    + sizeClass.name().toLowerCase(Locale.ROOT) + " files, the smallest of which has " + smallest);
        }
        List<Long> sizes = new ArrayList<>();
        long missing = classBytes;
        while (missing >= smallest) {
            long size = Math.min(drawOne(sizeClass), missing);
            sizes.add(size);
            missing -= size;
        }
        spread(missing, model.upTo(sizeClass), sizes);
        return sizes;
    }

    private long drawOne(SizeClass sizeClass) {
        return sizeClass == SizeClass.LARGE
                ? tail(model.above(sizeClass), model.upTo(sizeClass))
                : body(model.above(sizeClass), model.upTo(sizeClass));
    }

    /** Lognormal, drawn again until it is in the class. */
    private long body(long above, long upTo) {
        long size;
        do {
            size = (long) StrictMath.ceil(StrictMath.exp(model.value("bodyMu") + model.value("bodySigma") * normal()));
        } while (size <= above || size > upTo);
        return size;
    }

    /** Pareto from {@code above} on, cut at {@code upTo}, by inversion. */
    private long tail(long above, long upTo) {
        double alpha = model.value("tailAlpha");
        double beyond = StrictMath.pow((double) above / upTo, alpha);
        double u = 1 - random.nextDouble() * (1 - beyond);
        long size = (long) StrictMath.ceil(above / StrictMath.pow(u, 1 / alpha));
        return Math.clamp(size, above + 1, upTo);
    }

    private double normal() {
        double u = 1 - random.nextDouble(); // above 0: it has a logarithm
        double angle = 2 * StrictMath.PI * random.nextDouble();
        return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(angle);
    }

    /** Adds bytes, too few for a file of their own, to files that stay in their class. */
    private static void spread(long bytes, long upTo, List<Long> sizes) {
        long left = bytes;
        for (int i = 0; i < sizes.size() && left > 0; i++) {
            long added = Math.min(left, upTo - sizes.get(i));
            sizes.set(i, sizes.get(i) + added);
            left -= added;
        }
    }
}
