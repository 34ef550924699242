/** Tests of the microbenchmark; none of them judges a time. */
@NullMarked
package io.laio.lab.pipe;

import org.jspecify.annotations.NullMarked;
