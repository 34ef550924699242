package io.laio.analysis.statistics;

/**
 * The exact distribution of Mann and Whitney's U if two samples come from one distribution: the number of pairs, one value
 * from each, in which the first is the larger (Mann &amp; Whitney, Annals of Mathematical Statistics 18, 1947).
 */
final class RankSum {
    private final double[] cumulative;

    /** The distribution for samples of these sizes. */
    RankSum(int firstSize, int secondSize) {
        cumulative = counts(firstSize, secondSize);
        double total = 0;
        for (int u = 0; u < cumulative.length; u++) {
            total += cumulative[u];
            cumulative[u] = total;
        }
        for (int u = 0; u < cumulative.length; u++) {
            cumulative[u] /= total;
        }
    }

    /**
     * Arrangements by U: the coefficients of the Gaussian binomial, the product of (1 - q^(second + i)) / (1 - q^i) for i = 1
     * to first, built up factor by factor.
     */
    private static double[] counts(int first, int second) {
        double[] counts = new double[first * second + 1];
        counts[0] = 1;
        for (int i = 1; i <= first; i++) {
            for (int u = counts.length - 1; u >= second + i; u--) {
                counts[u] -= counts[u - second - i];
            }
            for (int u = i; u < counts.length; u++) {
                counts[u] += counts[u - i];
            }
        }
        return counts;
    }

    /** The chance of a U this far from its middle or farther, on either side. */
    double twoSided(double u) {
        double nearer = Math.min(u, cumulative.length - 1 - u);
        int rounded = (int) Math.ceil(nearer); // ties count half: rounding up favours "no difference"
        return Math.min(1, 2 * cumulative[rounded]);
    }

    /** How many values of U on each side reject at this level; 0 if not even the extreme one does. */
    int rejecting(double level) {
        int count = 0;
        while (count < cumulative.length && 2 * cumulative[count] <= level) {
            count++;
        }
        return count;
    }
}
