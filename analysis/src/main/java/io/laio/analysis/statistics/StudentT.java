package io.laio.analysis.statistics;

/**
 * Student's distribution for whole degrees of freedom, by the finite series of Abramowitz &amp; Stegun, Handbook of Mathematical
 * Functions, 1964, 26.7.3 and 26.7.4.
 */
final class StudentT {
    private static final double UNREACHED = 1e9;
    private static final int HALVINGS = 200; // more than a double has digits

    private StudentT() {}

    /** The chance that |T| is at most t. */
    static double central(double t, int freedom) {
        double angle = Math.atan(t / Math.sqrt(freedom));
        double cosine = Math.cos(angle);
        boolean odd = freedom % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = freedom == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k < freedom; k += 2) {
            term *= cosine * cosine * (k - 1) / k;
            sum += term;
        }
        double series = Math.sin(angle) * sum;
        return odd ? 2 / Math.PI * (angle + series) : series;
    }

    /** The t that |T| exceeds with this chance. */
    static double exceededBy(double chance, int freedom) {
        double low = 0;
        double high = UNREACHED;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (central(middle, freedom) < 1 - chance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
