package io.laio.linux;

/** {@code struct rusage} ({@code include/uapi/linux/resource.h} of Linux 6.18). */
public final class ResourceUsage {
    /** Size of the structure in bytes. */
    public static final int BYTES = 144;

    /** All threads of the process. */
    public static final int RUSAGE_SELF = 0;

    /** The calling thread. */
    public static final int RUSAGE_THREAD = 1;

    private ResourceUsage() {}

    /**
     * Time on a processor, in the program and in the kernel.
     *
     * @param usage address of the structure
     * @return microseconds
     */
    public static long cpuMicros(long usage) {
        return (Memory.getLong(usage) + Memory.getLong(usage + 16)) * 1_000_000
                + Memory.getLong(usage + 8)
                + Memory.getLong(usage + 24);
    }

    /**
     * How often it slept.
     *
     * @param usage address of the structure
     * @return voluntary context switches
     */
    public static long voluntarySwitches(long usage) {
        return Memory.getLong(usage + 128);
    }

    /**
     * How often it was made to wait for a processor.
     *
     * @param usage address of the structure
     * @return involuntary context switches
     */
    public static long involuntarySwitches(long usage) {
        return Memory.getLong(usage + 136);
    }
}
