package io.laio.workload.replay;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.ResourceUsage;
import java.io.IOException;

/** The calling thread's own time on a processor. */
final class ThreadCpu {
    private ThreadCpu() {}

    /** So far, in microseconds. */
    static long micros(Linux linux) throws IOException {
        try (NativeBuffer usage = new NativeBuffer(ResourceUsage.BYTES)) {
            int result = linux.getrusage(ResourceUsage.RUSAGE_THREAD, usage.address());
            if (result < 0) {
                throw new IOException("getrusage: " + Errno.describe(-result));
            }
            return ResourceUsage.cpuMicros(usage.address());
        }
    }
}
