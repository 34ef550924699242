package io.laio.testbed.disk.daemon;

/** Counts for {@link DiskStatistics}. Times are nanoseconds of one clock. For one thread. */
final class Meter {
    private final long beganNanos;
    private long changedNanos;
    private int depth;
    private int maxDepth;
    private long depthNanos;
    private long busyNanos;
    private long reads;
    private long readBytes;
    private long writes;
    private long writtenBytes;
    private long flushes;
    private long failures;
    private long late;
    private long lateNanos;
    private long worstLateNanos;
    private long delayNanos;
    private long worstDelayNanos;

    Meter(long nowNanos) {
        beganNanos = nowNanos;
        changedNanos = nowNanos;
    }

    private void change(int difference, long nowNanos) {
        long elapsed = nowNanos - changedNanos;
        depthNanos += elapsed * depth;
        busyNanos += depth > 0 ? elapsed : 0;
        changedNanos = nowNanos;
        depth += difference;
        maxDepth = Math.max(maxDepth, depth);
    }

    void arrived(long nowNanos) {
        change(1, nowNanos);
    }

    void read(int bytes) {
        reads++;
        readBytes += bytes;
    }

    void written(int bytes) {
        writes++;
        writtenBytes += bytes;
    }

    void flushed() {
        flushes++;
    }

    void failed() {
        failures++;
    }

    void answered(long nowNanos) {
        change(-1, nowNanos);
    }

    /** A request was answered so long after the model was done with it. */
    void delayed(long nanos) {
        delayNanos += nanos;
        worstDelayNanos = Math.max(worstDelayNanos, nanos);
    }

    /** The image was done so long after the model. */
    void late(long nanos) {
        late++;
        lateNanos += nanos;
        worstLateNanos = Math.max(worstLateNanos, nanos);
    }

    DiskStatistics statistics(long nowNanos, long cpuMicros, boolean paced, String engine) {
        change(0, nowNanos);
        return new DiskStatistics(
                nowNanos - beganNanos,
                cpuMicros,
                reads,
                readBytes,
                writes,
                writtenBytes,
                flushes,
                failures,
                late,
                lateNanos,
                worstLateNanos,
                delayNanos,
                worstDelayNanos,
                depthNanos,
                busyNanos,
                maxDepth,
                paced,
                engine);
    }
}
