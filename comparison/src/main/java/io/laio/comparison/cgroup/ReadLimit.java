package io.laio.comparison.cgroup;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * How much a group may read from one disk. A rate limit is no slow disk: what is below it is answered as fast as ever, and
 * many reads at once get no more done than one after the other, whereas a real disk sorts them or serves several together.
 *
 * @param readsPerSecond reads a second; empty if not limited; 1 or more
 * @param bytesPerSecond bytes a second; empty if not limited; 1 or more
 */
public record ReadLimit(OptionalLong readsPerSecond, OptionalLong bytesPerSecond) {
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB");
    private static final int UNIT = 1024;

    /** Checks that there is a limit, and that it lets something through. */
    public ReadLimit {
        if (readsPerSecond.isEmpty() && bytesPerSecond.isEmpty()) {
            throw new IllegalArgumentException("a limit of reads or bytes a second is needed");
        }
        if (readsPerSecond.orElse(1) < 1 || bytesPerSecond.orElse(1) < 1) {
            throw new IllegalArgumentException("1 a second at least is needed");
        }
    }

    /**
     * The limit in words.
     *
     * @return for instance {@code limited to 300 reads/s and 60 MiB/s}
     */
    public String words() {
        List<String> parts = new ArrayList<>();
        readsPerSecond.ifPresent(reads -> parts.add(reads + " reads/s"));
        bytesPerSecond.ifPresent(bytes -> parts.add(size(bytes) + "/s"));
        return "limited to " + String.join(" and ", parts);
    }

    /** Exactly, because results of different limits must have different names. */
    private static String size(long bytes) {
        long value = bytes;
        int unit = 0;
        while (unit < UNITS.size() - 1 && value % UNIT == 0) {
            value /= UNIT;
            unit++;
        }
        return value + " " + UNITS.get(unit);
    }
}
