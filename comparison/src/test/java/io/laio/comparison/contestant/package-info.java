/** Tests of {@link io.laio.comparison.contestant}. */
@NullMarked
package io.laio.comparison.contestant;

import org.jspecify.annotations.NullMarked;
