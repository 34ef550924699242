/**
 * The machine that a comparison runs on: what it is, what its disk did, and who else was using it.
 *
 * <p>All of it is read from {@code /proc} and {@code /sys}, whose roots are parameters, so that tests bring their own.
 */
@NullMarked
package io.laio.comparison.environment;

import org.jspecify.annotations.NullMarked;
