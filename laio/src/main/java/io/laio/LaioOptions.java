package io.laio;

/**
 * How a {@link Laio} is set up.
 *
 * @param submissionEntries entries that fit between two submissions, 1 to 32,768; a full queue is submitted early
 * @param completionEntries completions that fit before the kernel keeps them apart, at least {@code submissionEntries}
 * @param maxKernelWorkers the most kernel threads of each kind (files; others), 1 or more; the kernel's own default is 4 a
 *     processor for files and without bound for others
 * @param maxWorkers the most worker threads of the library's own, 1 or more; they are started when needed, and end when they
 *     are idle
 * @param laziness how the wrappers that are not told otherwise find out whether a call blocks
 * @param engine what carries out calls that would block
 */
public record LaioOptions(
        int submissionEntries,
        int completionEntries,
        int maxKernelWorkers,
        int maxWorkers,
        Laziness laziness,
        Engine engine) {
    /** 256 entries, 4,096 completions, 32 workers of either kind, tried directly, io_uring where the kernel permits it. */
    public static final LaioOptions DEFAULTS = new LaioOptions(256, 4096, 32, 32, Laziness.DIRECT, Engine.AUTO);

    private static final int MAX_ENTRIES = 32_768;

    /** Checks the ranges. */
    public LaioOptions {
        require(submissionEntries >= 1 && submissionEntries <= MAX_ENTRIES, "submissionEntries", submissionEntries);
        require(completionEntries >= submissionEntries, "completionEntries", completionEntries);
        require(maxKernelWorkers >= 1, "maxKernelWorkers", maxKernelWorkers);
        require(maxWorkers >= 1, "maxWorkers", maxWorkers);
    }

    private static void require(boolean condition, String name, int value) {
        if (!condition) {
            throw new IllegalArgumentException(name + " is out of range: " + value);
        }
    }

    /**
     * The same, with queues of other lengths.
     *
     * @param submissions entries that fit between two submissions
     * @param completions completions that fit
     * @return a copy
     */
    public LaioOptions withEntries(int submissions, int completions) {
        return new LaioOptions(submissions, completions, maxKernelWorkers, maxWorkers, laziness, engine);
    }

    /**
     * The same, with another laziness.
     *
     * @param other who finds out
     * @return a copy
     */
    public LaioOptions withLaziness(Laziness other) {
        return new LaioOptions(submissionEntries, completionEntries, maxKernelWorkers, maxWorkers, other, engine);
    }

    /**
     * The same, with another engine.
     *
     * @param other what carries out calls that would block
     * @return a copy
     */
    public LaioOptions withEngine(Engine other) {
        return new LaioOptions(submissionEntries, completionEntries, maxKernelWorkers, maxWorkers, laziness, other);
    }

    /**
     * The same, with another limit of worker threads.
     *
     * @param other the most worker threads
     * @return a copy
     */
    public LaioOptions withMaxWorkers(int other) {
        return new LaioOptions(submissionEntries, completionEntries, maxKernelWorkers, other, laziness, engine);
    }
}
