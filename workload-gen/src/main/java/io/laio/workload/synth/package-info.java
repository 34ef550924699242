/**
 * Synthesis: traces with the properties that the study states of its own, whose originals are not public.
 *
 * <p>A {@link WorkloadModel} is data, every value with its source. {@link Synthesizer} turns one into a trace, byte for
 * byte the same for a seed on every machine: floating point is either exact by IEEE 754 or computed by
 * {@link java.lang.StrictMath}, and random numbers come from a named generator of Commons RNG.
 */
@NullMarked
package io.laio.workload.synth;

import org.jspecify.annotations.NullMarked;
