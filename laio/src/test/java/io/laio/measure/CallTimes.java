package io.laio.measure;

import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.ResourceUsage;
import io.laio.linux.SystemCall;
import java.util.Arrays;

/**
 * How long each of many calls kept the calling thread, and by whose doing: a voluntary context switch is the mark of a call
 * that slept; if there is none, the call had only its time on a processor, and the rest went to other programs.
 */
final class CallTimes implements AutoCloseable {
    private static final int CLOCK_THREAD_CPUTIME_ID = 3; // include/uapi/linux/time.h

    private final Linux linux;
    private final NativeBuffer usage = new NativeBuffer(ResourceUsage.BYTES);
    private final long[] nanos;
    private int count;
    private int slept;
    private long longestSleepNanos;
    private long longestCpuNanos;
    private long startNanos;
    private long switches;
    private long cpuNanos;

    CallTimes(Linux linux, int most) {
        this.linux = linux;
        this.nanos = new long[most];
    }

    void begin() {
        linux.getrusage(ResourceUsage.RUSAGE_THREAD, usage.address());
        switches = ResourceUsage.voluntarySwitches(usage.address());
        cpuNanos = cpuNanos();
        startNanos = System.nanoTime();
    }

    void end() {
        long took = System.nanoTime() - startNanos;
        longestCpuNanos = Math.max(longestCpuNanos, cpuNanos() - cpuNanos);
        linux.getrusage(ResourceUsage.RUSAGE_THREAD, usage.address());
        if (ResourceUsage.voluntarySwitches(usage.address()) != switches) {
            slept++;
            longestSleepNanos = Math.max(longestSleepNanos, took);
        }
        nanos[count++] = took;
    }

    /** Exact, where getrusage(2) knows only what was added up at the last tick of the scheduler. */
    private long cpuNanos() {
        linux.syscall(SystemCall.CLOCK_GETTIME, CLOCK_THREAD_CPUTIME_ID, usage.address(), 0, 0);
        return Memory.getLong(usage.address()) * 1_000_000_000 + Memory.getLong(usage.address() + Long.BYTES);
    }

    Summary summary() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new Summary(
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 1),
                longestCpuNanos / 1e3,
                slept,
                longestSleepNanos / 1e3);
    }

    private static double at(long[] sorted, double quantile) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil((sorted.length - 1) * quantile)] / 1e3;
    }

    @Override
    public void close() {
        usage.close();
    }

    /**
     * Times in microseconds.
     *
     * @param median of all calls
     * @param percentile99 of all calls
     * @param longest of all calls; other programs that ran meanwhile are in it
     * @param longestOnCpu time on a processor
     * @param slept how many calls slept
     * @param longestAsleep of the calls that slept
     */
    record Summary(
            double median, double percentile99, double longest, double longestOnCpu, int slept, double longestAsleep) {
        @Override
        public String toString() {
            return "%6.1f %6.1f %8.1f %6.0f %4d %7.1f"
                    .formatted(median, percentile99, longest, longestOnCpu, slept, longestAsleep);
        }
    }
}
