/** Tests of the statistics, against distributions whose truth is known. */
@NullMarked
package io.laio.analysis.statistics;

import org.jspecify.annotations.NullMarked;
