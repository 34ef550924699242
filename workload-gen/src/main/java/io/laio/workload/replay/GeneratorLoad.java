package io.laio.workload.replay;

/**
 * What the replay itself took.
 *
 * @param cpuMicros time that the replaying thread spent on a processor, in microseconds
 * @param cpuFraction the same as a part of the elapsed time, 0 to 1; of the busiest of several generators
 * @param waitFraction how much of the elapsed time that thread was ready to run and waited for a processor, 0 to 1; of the one
 *     of several generators that waited most; not a number where the kernel does not tell
 * @param peakResidentBytes the most memory that its process had in use, all of its life, in bytes; of the largest of several
 *     generators
 */
public record GeneratorLoad(long cpuMicros, double cpuFraction, double waitFraction, long peakResidentBytes) {
    /** Above this fraction it was the generator, not the server, that was measured. */
    public static final double SATURATED_FRACTION = 0.95;

    /** Above this fraction the wait for a processor is a part of response times that should be named. */
    public static final double WAITED_FRACTION = 0.05;

    /**
     * Tells whether the generator had to share its processor.
     *
     * @return true above {@link #WAITED_FRACTION}
     */
    public boolean waited() {
        return waitFraction > WAITED_FRACTION;
    }

    /**
     * Tells whether the generator had no time to spare, which makes the run invalid.
     *
     * @return true above {@link #SATURATED_FRACTION}
     */
    public boolean saturated() {
        return cpuFraction > SATURATED_FRACTION;
    }
}
