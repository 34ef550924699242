/** The commands of the comparison. */
@NullMarked
package io.laio.comparison.cli;

import org.jspecify.annotations.NullMarked;
