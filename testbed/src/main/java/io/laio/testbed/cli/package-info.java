/** Commands that make and remove what experiments run on. */
@NullMarked
package io.laio.testbed.cli;

import org.jspecify.annotations.NullMarked;
