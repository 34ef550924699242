package io.laio.workload.describe;

/** Fits a Zipf-like law to counts. */
final class ZipfFit {
    private static final double STEEPEST = 5;
    private static final int BISECTIONS = 40;

    private ZipfFit() {}

    /**
     * The exponent with the greatest likelihood, for counts in descending order, the first of rank 1.
     *
     * <p>The log-likelihood of {@code p(r) = r^-a / sum(k^-a)} is concave in a, and its slope is zero where the mean of ln r
     * under the law is the mean of ln r in the sample: found by bisection. 0 if there is nothing to fit.
     */
    static double alpha(long[] counts) {
        if (counts.length < 2) {
            return 0;
        }
        double[] logRanks = new double[counts.length];
        double requests = 0;
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            logRanks[i] = Math.log(i + 1.0);
            requests += counts[i];
            sum += counts[i] * logRanks[i];
        }
        return solve(logRanks, sum / requests);
    }

    private static double solve(double[] logRanks, double meanLogRank) {
        double low = 0;
        double high = STEEPEST;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (meanLogRank(logRanks, middle) > meanLogRank) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double meanLogRank(double[] logRanks, double alpha) {
        double weights = 0;
        double sum = 0;
        for (double logRank : logRanks) {
            double weight = Math.exp(-alpha * logRank);
            weights += weight;
            sum += weight * logRank;
        }
        return sum / weights;
    }
}
