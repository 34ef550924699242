/**
 * Carrying out a plan: workloads and their documents, one run after the other, each with a server of its own, and their
 * results as they come.
 */
@NullMarked
package io.laio.comparison.run;

import org.jspecify.annotations.NullMarked;
