/**
 * From repeated measurements to statements: medians with intervals, differences with verdicts, rankings with groups.
 *
 * <p><b>Medians</b> carry a bootstrap 95 % interval from six repeats up, and the range of the repeats below that
 * ({@link io.laio.analysis.statistics.Summary}).
 *
 * <p><b>Differences</b> are judged by the exact Mann-Whitney test, and their size is the Hodges-Lehmann ratio with the interval
 * that inverts this very test, so that a verdict and its interval never contradict each other
 * ({@link io.laio.analysis.statistics.Difference}). The test is unpaired although repeats are interleaved: with six repeats
 * a paired test (signed ranks, signs) cannot go below p = 0.03 and has nothing left for comparing more than two contestants, while
 * random order makes the unpaired test valid, drift of the machine only costing it power. It also serves two separate
 * results directories, which have no pairs.
 *
 * <p>Below six repeats nothing is tested. A difference is then called one only if the ranges of the repeats do not overlap and
 * the medians lie at least ten per cent apart, and it is marked provisional.
 */
@NullMarked
package io.laio.analysis.statistics;

import org.jspecify.annotations.NullMarked;
