/**
 * The figures of a comparison, drawn with {@link io.laio.analysis.figures}, each with the numbers it shows beside it as CSV. A contestant
 * has one style in all of them.
 */
@NullMarked
package io.laio.comparison.figures;

import org.jspecify.annotations.NullMarked;
