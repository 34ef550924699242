package io.laio.comparison.contestant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What helper processes have in memory, as {@code /proc/PID/smaps_rollup} tells (proc_pid_smaps_rollup(5), Linux 4.14). A page
 * that several processes map counts in each with its part: the proportional set size, PSS, can be summed up over processes.
 *
 * @param proportionalBytes everything they map: the PSS
 * @param ownBytes of that, anonymous and shared memory, which belongs to no file
 */
public record HelperMemory(long proportionalBytes, long ownBytes) {
    /** No helper. */
    static final HelperMemory NONE = new HelperMemory(0, 0);

    private static final long BYTES_PER_KILOBYTE = 1024;

    /**
     * One process's.
     *
     * @param pid the process
     * @return its memory
     * @throws IOException if it cannot be read, and also if the process has ended
     */
    public static HelperMemory of(long pid) throws IOException {
        return read(Path.of("/proc", Long.toString(pid), "smaps_rollup"));
    }

    /**
     * One process's.
     *
     * @throws IOException if it cannot be read, and also if the process has ended
     */
    static HelperMemory read(Path rollup) throws IOException {
        List<String> lines = Files.readAllLines(rollup);
        return new HelperMemory(bytes(lines, "Pss:"), bytes(lines, "Pss_Anon:") + bytes(lines, "Pss_Shmem:"));
    }

    private static long bytes(List<String> lines, String field) {
        return lines.stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * BYTES_PER_KILOBYTE)
                .sum();
    }

    HelperMemory plus(HelperMemory other) {
        return new HelperMemory(proportionalBytes + other.proportionalBytes, ownBytes + other.ownBytes);
    }
}
