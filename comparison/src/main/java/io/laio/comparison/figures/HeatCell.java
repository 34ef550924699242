package io.laio.comparison.figures;

/**
 * A cell of a {@link HeatFigure}.
 *
 * @param text what it says
 * @param under what stands below that; may be empty
 * @param shade 0 for none to 1 for the darkest
 */
public record HeatCell(String text, String under, double shade) {}
