/** Runs sorted into cells, and what {@link io.laio.analysis.statistics} says of them. */
@NullMarked
package io.laio.comparison.statistics;

import org.jspecify.annotations.NullMarked;
