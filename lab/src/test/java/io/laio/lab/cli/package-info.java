/** Tests of the lab commands. */
@NullMarked
package io.laio.lab.cli;

import org.jspecify.annotations.NullMarked;
