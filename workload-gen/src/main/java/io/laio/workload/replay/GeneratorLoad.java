package io.laio.workload.replay;

/**
 * What the replay itself took.
 *
 * @param cpuMicros time that the replaying thread spent on a processor, in microseconds
 * @param cpuFraction the same as a part of the elapsed time, 0 to 1; of the busiest of several generators
 * @param peakResidentBytes the most memory that its process had in use, all of its life, in bytes; of the largest of several
 *     generators
 */
public record GeneratorLoad(long cpuMicros, double cpuFraction, long peakResidentBytes) {
    /** Above this fraction it was the generator, not the server, that was measured. */
    public static final double SATURATED_FRACTION = 0.95;

    /**
     * Tells whether the generator had no time to spare, which makes the run invalid.
     *
     * @return true above {@link #SATURATED_FRACTION}
     */
    public boolean saturated() {
        return cpuFraction > SATURATED_FRACTION;
    }
}
