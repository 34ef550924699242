package io.laio.linux;

/** {@code struct rusage} ({@code include/uapi/linux/resource.h} of Linux 6.18). */
public final class ResourceUsage {
    /** Size of the structure in bytes. */
    public static final int BYTES = 144;

    /** All threads of the process. */
    public static final int RUSAGE_SELF = 0;

    /** The calling thread. */
    public static final int RUSAGE_THREAD = 1;

    private static final int USER_SECONDS = 0;
    private static final int USER_MICROS = 8;
    private static final int SYSTEM_SECONDS = 16;
    private static final int SYSTEM_MICROS = 24;
    private static final int VOLUNTARY_SWITCHES = 128;
    private static final int INVOLUNTARY_SWITCHES = 136;

    private ResourceUsage() {}

    /**
     * Time on a processor, in the program and in the kernel.
     *
     * @param usage address of the structure
     * @return microseconds
     */
    public static long cpuMicros(long usage) {
        return (Memory.getLong(usage + USER_SECONDS) + Memory.getLong(usage + SYSTEM_SECONDS)) * 1_000_000
                + Memory.getLong(usage + USER_MICROS)
                + Memory.getLong(usage + SYSTEM_MICROS);
    }

    /**
     * How often it slept.
     *
     * @param usage address of the structure
     * @return voluntary context switches
     */
    public static long voluntarySwitches(long usage) {
        return Memory.getLong(usage + VOLUNTARY_SWITCHES);
    }

    /**
     * How often it was made to wait for a processor.
     *
     * @param usage address of the structure
     * @return involuntary context switches
     */
    public static long involuntarySwitches(long usage) {
        return Memory.getLong(usage + INVOLUNTARY_SWITCHES);
    }
}
