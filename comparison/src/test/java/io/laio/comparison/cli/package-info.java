/** Tests of {@link io.laio.comparison.cli}. */
@NullMarked
package io.laio.comparison.cli;

import org.jspecify.annotations.NullMarked;
