package io.laio.testbed.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one with the same number.
 *
 * @param pid its number
 * @param startTicks when it started, in clock ticks after the machine did
 * @param boot names the machine's run since it was started, see random(4); what is written down outlives it
 */
public record ProcessIdentity(long pid, long startTicks, String boot) {
    private static final Path PROC = Path.of("/proc");
    // Fields 3 and 22 of /proc/pid/stat, counted from behind the name; proc_pid_stat(5).
    private static final int STATE = 0;
    private static final int START = 19;

    /**
     * Looks a process up.
     *
     * @param pid its number
     * @return who it is; empty if there is none, or only what its parent has not taken note of yet
     */
    public static Optional<ProcessIdentity> of(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            boolean dead = fields[STATE].equals("Z") || fields[STATE].equals("X");
            return dead
                    ? Optional.empty()
                    : Optional.of(new ProcessIdentity(pid, Long.parseLong(fields[START]), thisBoot()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static String thisBoot() throws IOException {
        return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
    }

    /**
     * This process.
     *
     * @return who it is
     */
    public static ProcessIdentity own() {
        return of(ProcessHandle.current().pid())
                .orElseThrow(() -> new IllegalStateException("/proc does not show this process: is it mounted?"));
    }

    /**
     * Whether it still runs.
     *
     * @return false once it has ended, whoever has its number now
     */
    public boolean runs() {
        return of(pid).equals(Optional.of(this));
    }
}
