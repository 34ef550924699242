package io.laio.analysis.figures;

/**
 * How a series, one contestant's values, looks.
 *
 * @param colour 1 to {@value #COLOURS}: the class {@code c1}... of {@link FigureCss}
 * @param marker shape of its points
 * @param hollow whether the shape is left empty
 * @param dash dash pattern of its line; empty for solid
 */
public record SeriesStyle(int colour, Marker marker, boolean hollow, String dash) {
    /** How many colours there are. */
    public static final int COLOURS = 9;

    /**
     * The class that gives its colour.
     *
     * @return a class of {@link FigureCss}
     */
    public String colourClass() {
        return "c" + colour;
    }
}
