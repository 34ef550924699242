package io.laio.workload.replay;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.ResourceUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The calling thread's own time, up to a moment: on a processor, and ready to run without one.
 *
 * @param micros on a processor, in microseconds
 * @param waitNanos in the run queue, in nanoseconds; not a number where the kernel does not tell
 */
record ThreadCpu(long micros, double waitNanos) {
    /** Time on the processor, time in the run queue, time slices: Documentation/scheduler/sched-stats.rst of Linux 6.18. */
    private static final Path SCHEDULER = Path.of("/proc/thread-self/schedstat");

    static ThreadCpu now(Linux linux) throws IOException {
        try (NativeBuffer usage = new NativeBuffer(ResourceUsage.BYTES)) {
            int result = linux.getrusage(ResourceUsage.RUSAGE_THREAD, usage.address());
            if (result < 0) {
                throw new IOException("getrusage: " + Errno.describe(-result));
            }
            return new ThreadCpu(ResourceUsage.cpuMicros(usage.address()), waitNanosOf(SCHEDULER));
        }
    }

    /** Some kernels are built without it. */
    static double waitNanosOf(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            return Double.NaN;
        }
        String[] numbers = Files.readString(file).strip().split(" ", -1);
        return numbers.length < 2 ? Double.NaN : Double.parseDouble(numbers[1]);
    }

    /** What was taken since, within so long a time. */
    GeneratorLoad since(ThreadCpu before, long elapsedNanos) throws IOException {
        long used = micros - before.micros;
        return new GeneratorLoad(
                used,
                Math.min(1, used * 1e3 / elapsedNanos),
                Math.min(1, (waitNanos - before.waitNanos) / elapsedNanos),
                ProcessMemory.peakResidentBytes());
    }
}
