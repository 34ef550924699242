/**
 * What a comparison measured, as values and as files: {@code results.json}, {@code results.csv}.
 *
 * <p>{@link io.laio.comparison.results.Results} is the root. Everything a report says is computed from these records and
 * from nothing else, so a report can be drawn again at any time, anywhere. The format is documented field by field in
 * {@code docs/results-format.md}. All records are immutable; {@code null} means "not measured", never zero.
 */
@NullMarked
package io.laio.comparison.results;

import org.jspecify.annotations.NullMarked;
