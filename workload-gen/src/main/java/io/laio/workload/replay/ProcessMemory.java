package io.laio.workload.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process. */
final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status"); // proc_pid_status(5)
    private static final String PEAK = "VmHWM:";
    private static final long KIBIBYTE = 1024;

    private ProcessMemory() {}

    /** The most that was resident so far, in bytes. */
    static long peakResidentBytes() throws IOException {
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith(PEAK)) {
                String kilobytes =
                        line.substring(PEAK.length()).replace("kB", "").strip();
                return Long.parseLong(kilobytes) * KIBIBYTE;
            }
        }
        throw new IOException(STATUS + " has no " + PEAK);
    }
}
