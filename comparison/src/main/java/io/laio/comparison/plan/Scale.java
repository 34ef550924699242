package io.laio.comparison.plan;

/**
 * How large footprint and memory budget are, relative to the study of 2004.
 *
 * @param text as written: {@code 1/16}, {@code 0.1} or {@code 1}
 * @param factor its value, above 0 and at most 16
 */
public record Scale(String text, double factor) {
    private static final double LARGEST = 16;

    /**
     * Reads a scale.
     *
     * @param text a fraction or a decimal number
     * @return the scale
     * @throws IllegalArgumentException if it is no such number, or out of range
     */
    public static Scale parse(String text) {
        String stripped = text.strip();
        int slash = stripped.indexOf('/');
        double factor = slash < 0
                ? number(text, stripped)
                : number(text, stripped.substring(0, slash)) / number(text, stripped.substring(slash + 1));
        if (!(factor > 0 && factor <= LARGEST)) {
            throw new IllegalArgumentException("a scale is above 0 and at most 16, not \"" + text + "\"");
        }
        return new Scale(stripped, factor);
    }

    private static double number(String whole, String part) {
        try {
            return Double.parseDouble(part.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + whole + "\" is not a scale such as 1/16, 0.1 or 1", e);
        }
    }
}
