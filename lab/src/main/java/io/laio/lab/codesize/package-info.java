/**
 * How large the servers are, part by part (claim C8): a counter of lines, a map of the sources, and the paper's table beside
 * what was counted.
 */
@NullMarked
package io.laio.lab.codesize;

import org.jspecify.annotations.NullMarked;
