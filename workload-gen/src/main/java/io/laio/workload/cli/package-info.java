/**
 * The commands of {@code laio workload}: thin, each one the parsing of its options, one call, and the printing.
 *
 * <p>Results go to standard output, everything else to standard error. Exit codes: 0 good, 1 the run failed, 2 the command
 * or its input is wrong, 4 the environment is unfit.
 */
@NullMarked
package io.laio.workload.cli;

import org.jspecify.annotations.NullMarked;
