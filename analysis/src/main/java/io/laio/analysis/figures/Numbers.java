package io.laio.analysis.figures;

import io.laio.analysis.statistics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same in every locale. */
public final class Numbers {
    private static final MathContext SIGNIFICANT = new MathContext(3, RoundingMode.HALF_UP);
    private static final char THIN_SPACE = '\u2009';

    private Numbers() {}

    /**
     * A measured number for a reader: three significant digits, whole from 100 up, thousands set apart.
     *
     * @param value finite or infinite
     * @return e.g. {@code 0.0123}, {@code 4.56}, {@code 789}, {@code 12 345}
     */
    public static String measured(double value) {
        if (!Double.isFinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value));
        if (exact.signum() == 0) {
            return "0";
        }
        if (Math.abs(value) >= 99.95) {
            return grouped(exact.setScale(0, RoundingMode.HALF_UP).toPlainString());
        }
        BigDecimal rounded = exact.round(SIGNIFICANT);
        int decimals = SIGNIFICANT.getPrecision() - rounded.precision() + rounded.scale();
        return rounded.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    }

    /**
     * A whole number for a reader, in full.
     *
     * @param value the number
     * @return with thousands set apart
     */
    public static String whole(long value) {
        return grouped(Long.toString(value));
    }

    /**
     * An interval for a reader.
     *
     * @param interval the interval
     * @return e.g. {@code 1.20 to 1.31}
     */
    public static String interval(Interval interval) {
        return measured(interval.low()) + " to " + measured(interval.high());
    }

    /**
     * A part of one for a reader.
     *
     * @param fraction 0 to 1
     * @return e.g. {@code 0.04 %}, {@code 12.3 %}
     */
    public static String percent(double fraction) {
        BigDecimal percent = new BigDecimal(Double.toString(fraction * 100));
        int decimals = Math.abs(fraction) < 0.01 ? 2 : 1;
        return percent.setScale(decimals, RoundingMode.HALF_UP).toPlainString() + " %";
    }

    /**
     * A number of bytes for a reader, in decimal units.
     *
     * @param bytes not negative
     * @return e.g. {@code 134 MB}, {@code 1.10 GB}
     */
    public static String bytes(long bytes) {
        if (bytes >= 1_000_000_000L) {
            return measured(bytes / 1e9) + " GB";
        }
        if (bytes >= 1_000_000L) {
            return measured(bytes / 1e6) + " MB";
        }
        return bytes >= 1000 ? measured(bytes / 1e3) + " kB" : bytes + " B";
    }

    /**
     * A tick of an axis.
     *
     * @param value a round number
     * @return no digit more than it needs
     */
    public static String tick(double value) {
        String plain = new BigDecimal(Double.toString(value))
                .round(new MathContext(9))
                .stripTrailingZeros()
                .toPlainString();
        return Math.abs(value) >= 1000 ? grouped(plain) : plain;
    }

    /**
     * A coordinate in a drawing: a hundredth of a unit is finer than any screen.
     *
     * @param value in the drawing's units
     * @return rounded to hundredths
     */
    public static String coordinate(double value) {
        BigDecimal rounded = new BigDecimal(Double.toString(value)).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String grouped(String digits) {
        int start = digits.startsWith("-") ? 1 : 0;
        StringBuilder text = new StringBuilder(digits);
        if (digits.length() - start > 4) {
            for (int i = digits.length() - 3; i > start; i -= 3) {
                text.insert(i, THIN_SPACE);
            }
        }
        return text.toString();
    }
}
