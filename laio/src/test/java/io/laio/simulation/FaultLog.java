package io.laio.simulation;

/** How often the kernel gave each error number without a reason that could be known. */
final class FaultLog {
    private static final int ERRNOS = 134; // include/uapi/asm-generic/errno.h

    private final int[] counts = new int[ERRNOS];
    private int noProgress;

    /** Takes note of an error; its negated number, the result. */
    long note(int errno) {
        counts[errno]++;
        return -errno;
    }

    void noteNoProgress() {
        noProgress++;
    }

    int count(int errno) {
        return counts[errno];
    }

    int noProgress() {
        return noProgress;
    }

    FaultLog copy() {
        FaultLog copy = new FaultLog();
        System.arraycopy(counts, 0, copy.counts, 0, ERRNOS);
        copy.noProgress = noProgress;
        return copy;
    }
}
