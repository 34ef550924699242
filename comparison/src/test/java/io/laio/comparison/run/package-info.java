/** Tests of {@link io.laio.comparison.run}. */
@NullMarked
package io.laio.comparison.run;

import org.jspecify.annotations.NullMarked;
