/** The commands below {@code bin/laio lab}. */
@NullMarked
package io.laio.lab.cli;

import org.jspecify.annotations.NullMarked;
