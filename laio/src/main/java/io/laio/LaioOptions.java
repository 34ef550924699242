package io.laio;

/**
 * How a {@link Laio} is set up.
 *
 * @param submissionEntries entries that fit between two submissions, 1 to 32,768; a full queue is submitted early
 * @param completionEntries completions that fit before the kernel keeps them apart, at least {@code submissionEntries}
 * @param maxKernelWorkers the most kernel threads of each kind (files; others), 1 or more; the kernel's own default is 4 a
 *     processor for files and without bound for others
 * @param laziness how the wrappers that are not told otherwise find out whether a call blocks
 */
public record LaioOptions(int submissionEntries, int completionEntries, int maxKernelWorkers, Laziness laziness) {
    /** 256 entries, 4,096 completions, 32 workers, tried directly. */
    public static final LaioOptions DEFAULTS = new LaioOptions(256, 4096, 32, Laziness.DIRECT);

    private static final int MAX_ENTRIES = 32_768;

    /** Checks the ranges. */
    public LaioOptions {
        require(submissionEntries >= 1 && submissionEntries <= MAX_ENTRIES, "submissionEntries", submissionEntries);
        require(completionEntries >= submissionEntries, "completionEntries", completionEntries);
        require(maxKernelWorkers >= 1, "maxKernelWorkers", maxKernelWorkers);
    }

    private static void require(boolean condition, String name, int value) {
        if (!condition) {
            throw new IllegalArgumentException(name + " is out of range: " + value);
        }
    }

    /**
     * The same, with another laziness.
     *
     * @param other who finds out
     * @return a copy
     */
    public LaioOptions withLaziness(Laziness other) {
        return new LaioOptions(submissionEntries, completionEntries, maxKernelWorkers, other);
    }
}
