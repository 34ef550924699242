package io.laio.comparison.figures;

/**
 * How a contestant looks.
 *
 * @param colour 1 to {@value #COLOURS}: the class {@code c1}... of {@link FigureCss}
 * @param marker shape of its points
 * @param hollow whether the shape is left empty
 * @param dash dash pattern of its line; empty for solid
 */
record SeriesStyle(int colour, Marker marker, boolean hollow, String dash) {
    static final int COLOURS = 9;

    String colourClass() {
        return "c" + colour;
    }
}
