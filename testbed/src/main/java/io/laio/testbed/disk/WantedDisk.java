package io.laio.testbed.disk;

import org.jspecify.annotations.Nullable;

/**
 * A disk that somebody wants.
 *
 * @param model name of the device model, as {@link DeviceCatalogue} knows it
 * @param directory its directory, absolute
 * @param sizeBytes how large it is, a multiple of 4,096
 * @param files how many files it must have room for, directories counted too; 0 for the usual number, one for each 16 KB
 * @param seed of what is random about it
 * @param cpu the processor that its daemon is bound to; null for any
 * @param makersOwn whether it is of no use without the process that brought it up, as a comparison's is; false for one that stays
 */
public record WantedDisk(
        String model,
        String directory,
        long sizeBytes,
        long files,
        long seed,
        @Nullable Integer cpu,
        boolean makersOwn) {
    private static final int PAGE_BYTES = 4096;
    private static final long LEAST_BYTES = 16L << 20; // an ext4 with a journal

    /** Checks size and files. */
    public WantedDisk {
        if (sizeBytes < LEAST_BYTES || sizeBytes % PAGE_BYTES != 0) {
            throw new IllegalArgumentException("a disk of " + sizeBytes + " bytes cannot be made: " + LEAST_BYTES
                    + " at least, and a multiple of " + PAGE_BYTES);
        }
        if (files < 0 || files > sizeBytes / PAGE_BYTES) {
            throw new IllegalArgumentException("a disk of " + sizeBytes + " bytes has no room for " + files
                    + " files: each takes " + PAGE_BYTES + " at least");
        }
    }
}
