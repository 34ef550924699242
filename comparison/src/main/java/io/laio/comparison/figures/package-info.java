/**
 * Figures as SVG, with the numbers they show beside them as CSV.
 *
 * <p>They are written by a small writer of our own: a drawing library asks AWT for the widths of the machine's fonts, so its bytes
 * depend on the machine, and a report must be redrawn byte for byte anywhere
 * ({@code docs/decisions/0201-figures-by-an-own-writer.md}).
 *
 * <p>Colours are Okabe and Ito's, which colour-blind people tell apart; marker shapes and dash patterns say the same in grey; names stand
 * at the ends of curves, so nothing has to be looked up in a legend. A contestant has one style in all figures.
 */
@NullMarked
package io.laio.comparison.figures;

import org.jspecify.annotations.NullMarked;
