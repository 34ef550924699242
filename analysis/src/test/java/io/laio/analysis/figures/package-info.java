/** Tests of the figures: what is drawn is what was measured, and nothing overlaps. */
@NullMarked
package io.laio.analysis.figures;

import org.jspecify.annotations.NullMarked;
