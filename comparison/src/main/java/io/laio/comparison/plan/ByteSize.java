package io.laio.comparison.plan;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes as people write them: {@code 190M}, {@code 2G}, {@code 4096}. Units are powers of 1,024. */
public final class ByteSize {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*([KMGT]?)(?:I?B)?");
    private static final String UNITS = "KMGT";
    private static final int BITS_PER_UNIT = 10;

    private ByteSize() {}

    /**
     * Reads a size.
     *
     * @param text digits, perhaps with a fraction, then perhaps {@code K}, {@code M}, {@code G} or {@code T}, in either
     *     case and perhaps followed by {@code B} or {@code iB}
     * @return bytes
     * @throws IllegalArgumentException if it is no size, or none that fits
     */
    public static long parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a size such as 190M, 2G or 4096");
        }
        double bytes = Double.parseDouble(matcher.group(1)) * unitBytes(matcher.group(2));
        if (bytes >= Long.MAX_VALUE) {
            throw new IllegalArgumentException("\"" + text + "\" is more than can be counted");
        }
        return (long) bytes;
    }

    private static long unitBytes(String unit) {
        return unit.isEmpty() ? 1 : 1L << (BITS_PER_UNIT * (UNITS.indexOf(unit) + 1));
    }

    /**
     * Writes a size for a reader.
     *
     * @param bytes the size
     * @return in the largest unit that leaves 1 or more before the point, with one decimal
     */
    public static String describe(long bytes) {
        double value = bytes;
        int unit = -1;
        while (value >= 1024 && unit < UNITS.length() - 1) {
            value /= 1024;
            unit++;
        }
        return unit < 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %ciB", value, UNITS.charAt(unit));
    }
}
