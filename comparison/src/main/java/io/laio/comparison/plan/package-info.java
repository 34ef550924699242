/**
 * Plans: what is compared, read from {@code config/plans/*.json} and the command line, and the order of the runs that
 * follows from it.
 *
 * <p>A plan is data. Nothing in this package touches a server, a cache or a clock.
 */
@NullMarked
package io.laio.comparison.plan;

import org.jspecify.annotations.NullMarked;
