/** Tests of {@link io.laio.comparison.environment}. */
@NullMarked
package io.laio.comparison.environment;

import org.jspecify.annotations.NullMarked;
