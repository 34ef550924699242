/**
 * What drawings are made of: an SVG writer of our own, whose bytes do not depend on the machine
 * ({@code docs/decisions/0201-figures-by-an-own-writer.md}), axes, markers, labels and colours.
 *
 * <p>Colours are Okabe and Ito's, which colour-blind people tell apart; marker shapes and dash patterns say the same in grey; names stand
 * at the ends of curves, so nothing has to be looked up in a legend.
 */
@NullMarked
package io.laio.analysis.figures;

import org.jspecify.annotations.NullMarked;
