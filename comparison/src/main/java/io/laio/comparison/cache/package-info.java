/**
 * The page cache: what of a document root is in it, how it is emptied, and the proof of either.
 *
 * <p>Nothing here trusts an advice: every eviction is followed by a measurement, and it is the measurement that a run
 * stores.
 */
@NullMarked
package io.laio.comparison.cache;

import org.jspecify.annotations.NullMarked;
