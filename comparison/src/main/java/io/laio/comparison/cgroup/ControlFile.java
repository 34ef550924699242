package io.laio.comparison.cgroup;

import io.laio.linux.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes the kernel's small files. */
final class ControlFile {
    private ControlFile() {}

    static String read(Path file) throws IOException {
        return Files.readString(file).strip();
    }

    static long readLong(Path file) throws IOException {
        return Long.parseLong(read(file));
    }

    /** A file of lines {@code key value}, like {@code memory.stat}. */
    static Map<String, Long> readTable(Path file) throws IOException {
        Map<String, Long> table = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                table.put(
                        line.substring(0, space),
                        Long.parseLong(line.substring(space + 1).strip()));
            }
        }
        return table;
    }

    static List<Long> readProcesses(Path directory) throws IOException {
        return Files.readAllLines(directory.resolve("cgroup.procs")).stream()
                .map(Long::valueOf)
                .toList();
    }

    /** Writes in one system call, as the kernel asks; never creates the file. */
    static void write(Path file, String value) throws IOException {
        Files.writeString(file, value, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /**
     * Writes a limit.
     *
     * @return false if the kernel answered EBUSY: it could not reclaim enough
     */
    static boolean writeLimit(Path file, long bytes) throws IOException {
        return writeLimit(KernelFiles.MACHINE, file, bytes);
    }

    static boolean writeLimit(KernelFiles files, Path file, long bytes) throws IOException {
        int result = files.write(file, Long.toString(bytes));
        if (result < 0 && result != -Errno.EBUSY) {
            throw new IOException(file + " cannot be set to " + bytes + ": " + Errno.describe(-result));
        }
        return result == 0;
    }
}
