package io.laio.testbed.disk;

/**
 * How the kernel's queue in front of a disk is set.
 *
 * @param scheduler name of the I/O scheduler: {@code mq-deadline}, {@code none}...
 * @param requests how many requests may wait before who asks for more is put to sleep, 4 or more
 * @param readAheadKilobytes how far the kernel reads ahead, 0 or more
 * @param maxRequestKilobytes the largest request, a multiple of 4, at most 1,024
 * @param rotational whether the kernel takes it for a disk that turns
 * @see <a href="https://docs.kernel.org/block/queue-sysfs.html">queue sysfs files</a>
 */
public record QueueSettings(
        String scheduler, int requests, int readAheadKilobytes, int maxRequestKilobytes, boolean rotational) {
    private static final int LARGEST_KILOBYTES = 1024; // max_pages of FUSE, 256 pages
    private static final int PAGE_KILOBYTES = 4;
    private static final int LEAST_REQUESTS = 4; // BLKDEV_MIN_RQ, include/linux/blkdev.h

    /** Checks the ranges. */
    public QueueSettings {
        require(requests >= LEAST_REQUESTS, "requests", requests);
        require(readAheadKilobytes >= 0, "readAheadKilobytes", readAheadKilobytes);
        boolean fits = maxRequestKilobytes > 0
                && maxRequestKilobytes <= LARGEST_KILOBYTES
                && maxRequestKilobytes % PAGE_KILOBYTES == 0;
        require(fits, "maxRequestKilobytes", maxRequestKilobytes);
    }

    private static void require(boolean condition, String name, int value) {
        if (!condition) {
            throw new IllegalArgumentException(name + " is out of range: " + value);
        }
    }

    /**
     * The largest request.
     *
     * @return bytes
     */
    public int maxRequestBytes() {
        return maxRequestKilobytes << 10;
    }
}
