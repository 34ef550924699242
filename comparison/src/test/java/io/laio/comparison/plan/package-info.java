/** Tests of {@link io.laio.comparison.plan}. */
@NullMarked
package io.laio.comparison.plan;

import org.jspecify.annotations.NullMarked;
