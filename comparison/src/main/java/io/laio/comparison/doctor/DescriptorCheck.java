package io.laio.comparison.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many files and connections a process may have open: each client needs one here and two in the server. */
final class DescriptorCheck implements Check {
    private static final String SUBJECT = "descriptors";
    private static final String LIMIT = "Max open files";
    private static final long ENOUGH = 8_192;

    private final Path limits;

    DescriptorCheck() {
        this(Path.of("/proc/self/limits"));
    }

    DescriptorCheck(Path limits) {
        this.limits = limits;
    }

    @Override
    public Finding look() {
        try {
            String soft = Files.readAllLines(limits).stream()
                    .filter(line -> line.startsWith(LIMIT))
                    .map(line -> line.substring(LIMIT.length()).strip().split("\\s+", -1)[0])
                    .findFirst()
                    .orElse("0");
            boolean enough = soft.equals("unlimited") || Long.parseLong(soft) >= ENOUGH;
            return enough
                    ? Finding.good(SUBJECT, soft + " a process")
                    : Finding.note(SUBJECT, soft + " a process: not for thousands of clients", "ulimit -n " + ENOUGH);
        } catch (IOException e) {
            return Finding.note(SUBJECT, "the limit cannot be read: " + e.getMessage(), "");
        }
    }
}
