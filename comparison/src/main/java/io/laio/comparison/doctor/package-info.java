/**
 * What a comparison needs of a machine, whether it is there, and how to mend it.
 *
 * <p>Every check tries the thing itself rather than asking whether it should work.
 */
@NullMarked
package io.laio.comparison.doctor;

import org.jspecify.annotations.NullMarked;
