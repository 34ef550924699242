/**
 * What the results say, in words, tables and one page: {@code report.html} and the summary on the terminal.
 *
 * <p>Everything is a pure function of {@link io.laio.comparison.results.Results}: no clock, no machine, no locale. Every sentence about
 * servers is derived from the statistics, so a report never says more than its runs.
 */
@NullMarked
package io.laio.comparison.report;

import org.jspecify.annotations.NullMarked;
