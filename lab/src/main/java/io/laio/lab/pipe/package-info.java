/**
 * The paper's microbenchmark: what one read of a pipe costs, by several ways of not being blocked, when the pipe always has data and when it
 * never has.
 */
@NullMarked
package io.laio.lab.pipe;

import org.jspecify.annotations.NullMarked;
