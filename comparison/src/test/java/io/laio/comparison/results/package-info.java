/** Tests of the results, and synthetic results for the tests of what is drawn from them. */
@NullMarked
package io.laio.comparison.results;

import org.jspecify.annotations.NullMarked;
