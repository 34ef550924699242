/** Tests of {@link io.laio.comparison.cache}. */
@NullMarked
package io.laio.comparison.cache;

import org.jspecify.annotations.NullMarked;
