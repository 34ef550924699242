package io.laio.analysis.figures;

import java.util.ArrayList;
import java.util.List;

/** An axis: where a value lies between its ends, and which values are named. */
public sealed interface Axis {
    /** Values this far apart are shown on a logarithmic axis: on a linear one the small ones would all lie on the ground. */
    double LOGARITHMIC_FROM_RATIO = 50;

    /**
     * Place of a value.
     *
     * @param value as measured
     * @return 0 at the lower end and 1 at the upper
     */
    double place(double value);

    /**
     * The values to name.
     *
     * @return rising
     */
    List<Double> ticks();

    /**
     * An axis for values of which nothing else is known: linear from zero, or logarithmic where they lie far apart.
     *
     * @param smallest the smallest value
     * @param largest the largest value
     * @return an axis that holds both
     */
    static Axis holding(double smallest, double largest) {
        return smallest > 0 && largest / smallest >= LOGARITHMIC_FROM_RATIO
                ? Logarithmic.holding(smallest, largest)
                : Linear.holding(largest);
    }

    /**
     * From zero to the first tick at or above the largest value.
     *
     * @param step between ticks
     * @param steps how many
     */
    record Linear(double step, int steps) implements Axis {
        private static final double MOST_STEPS = 6;

        static Linear holding(double largest) {
            double atLeast = largest > 0 ? largest : 1;
            double magnitude = Math.pow(10, Math.floor(Math.log10(atLeast / MOST_STEPS)));
            for (double factor : new double[] {1, 2, 2.5, 5, 10, 20}) {
                double steps = Math.ceil(atLeast / (factor * magnitude) - 1e-9);
                if (steps <= MOST_STEPS) {
                    return new Linear(factor * magnitude, (int) steps);
                }
            }
            throw new IllegalArgumentException("no step for " + largest);
        }

        @Override
        public double place(double value) {
            return value / (step * steps);
        }

        @Override
        public List<Double> ticks() {
            List<Double> ticks = new ArrayList<>();
            for (int i = 0; i <= steps; i++) {
                ticks.add(i * step);
            }
            return ticks;
        }
    }

    /**
     * From a 1, 2 or 5 below the smallest value to one above the largest.
     *
     * @param low lower end, positive
     * @param high upper end
     */
    record Logarithmic(double low, double high) implements Axis {
        private static final double[] NICE = {1, 2, 5};

        /**
         * An axis for these values, however near to each other.
         *
         * @param smallest positive
         * @param largest not below it
         * @return an axis that holds both
         */
        public static Logarithmic holding(double smallest, double largest) {
            Logarithmic tight = new Logarithmic(below(smallest), above(largest));
            return tight.wide()
                    ? new Logarithmic(
                            Math.pow(10, Math.floor(Math.log10(smallest))),
                            Math.pow(10, Math.ceil(Math.log10(largest))))
                    : tight;
        }

        /** Whether only powers of ten have room for a name. */
        private boolean wide() {
            return high / low > 3e4;
        }

        private static double below(double value) {
            double decade = Math.pow(10, Math.floor(Math.log10(value) + 1e-12));
            double result = decade;
            for (double nice : NICE) {
                result = nice * decade <= value * (1 + 1e-12) ? nice * decade : result;
            }
            return result;
        }

        private static double above(double value) {
            double decade = Math.pow(10, Math.floor(Math.log10(value) + 1e-12));
            for (double nice : NICE) {
                if (nice * decade >= value * (1 - 1e-12)) {
                    return nice * decade;
                }
            }
            return 10 * decade;
        }

        @Override
        public double place(double value) {
            return value <= low ? 0 : Math.log(value / low) / Math.log(high / low);
        }

        @Override
        public List<Double> ticks() {
            double[] steps = wide() ? new double[] {1} : NICE;
            List<Double> ticks = new ArrayList<>();
            for (int power = (int) Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++) {
                for (double step : steps) {
                    double tick = step * Math.pow(10, power);
                    if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
                        ticks.add(tick);
                    }
                }
            }
            return ticks;
        }
    }
}
