package io.laio.comparison.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time of the whole machine since it started, from the first line of {@code /proc/stat} (proc_stat(5)).
 *
 * @param busyMicros time in which processors ran anything
 * @param softIrqMicros part of that in which the kernel handled packets and timers, seen by the clock tick: in the name of
 *     whatever it interrupted, or of nobody
 * @param stealMicros time in which they could have, but the host ran somebody else
 */
public record CpuTimes(long busyMicros, long softIrqMicros, long stealMicros) {
    private static final Path STAT = Path.of("/proc/stat");
    private static final long MICROS_PER_TICK = 10_000; // USER_HZ is 100 on every architecture laio runs on
    private static final int IDLE = 4;
    private static final int IO_WAIT = 5;
    private static final int SOFT_IRQ = 7;
    private static final int STEAL = 8;

    /**
     * Reads the machine's.
     *
     * @return the times
     * @throws IOException if they cannot be read
     */
    public static CpuTimes now() throws IOException {
        return parse(Files.readString(STAT));
    }

    static CpuTimes parse(String stat) {
        String[] fields = stat.lines().findFirst().orElse("").split("\\s+", -1);
        long busy = 0;
        for (int i = 1; i < STEAL; i++) {
            busy += i == IDLE || i == IO_WAIT ? 0 : Long.parseLong(fields[i]);
        }
        return new CpuTimes(busy * MICROS_PER_TICK, micros(fields[SOFT_IRQ]), micros(fields[STEAL]));
    }

    private static long micros(String ticks) {
        return Long.parseLong(ticks) * MICROS_PER_TICK;
    }

    /**
     * The same as if packets were handled by nobody. What emulates a link works in between two processes, mostly in the name
     * of neither.
     *
     * @return a copy without that time
     */
    public CpuTimes withoutSoftIrq() {
        return new CpuTimes(busyMicros - softIrqMicros, 0, stealMicros);
    }
}
