package io.laio.lab.disk;

import java.util.ArrayList;
import java.util.List;

/**
 * What emulated disks must do. The bars of {@code hdd-2004} are those of a desktop's disk of its time; all that turn must be as fast
 * in order as their models and cost little; with a limit on operations, depth must pay until the limit is reached.
 */
public final class DiskBars {
    private static final String DISK_OF_2004 = "hdd-2004";
    private static final double PAYS_AT_LEAST = 20;

    /** How much of a limit must be reached where that, not depth, is what ends the gain. */
    private static final double OF_LIMIT = 0.9;

    private static final double OF_MODEL = 0.1;
    private static final double MOST_CPU_SHARE = 0.1;

    private DiskBars() {}

    /**
     * Whether there is a bar for a disk.
     *
     * @param disk which one
     * @return false if nothing of it would be judged
     */
    public static boolean judge(DiskTraits disk) {
        return disk.rotational() || disk.operationsPerSecond().isPresent();
    }

    /**
     * Judges.
     *
     * @param results what was measured
     * @return every bar there is for these disks; empty if there is none
     */
    public static List<DiskBar> of(DiskResults results) {
        return results.disks().stream().flatMap(disk -> of(disk).stream()).toList();
    }

    private static List<DiskBar> of(DiskResult result) {
        List<DiskBar> bars = new ArrayList<>();
        if (result.disk().name().equals(DISK_OF_2004)) {
            double one = result.at(1).perSecond().median();
            bars.add(bar(result, "random reads/s, one at a time", one, 70, 130));
            bars.add(bar(result, "times as many with 32 outstanding", result.deviceGain(), 1.7, 3));
        }
        if (result.disk().rotational()) {
            double inOrder = result.sequential().ratio();
            bars.add(bar(result, "in order, device / model", inOrder, 1 - OF_MODEL, 1 + OF_MODEL));
            bars.add(bar(result, "most processors for the daemon", result.mostDaemonCpuShare(), 0, MOST_CPU_SHARE));
        }
        result.disk().operationsPerSecond().ifPresent(limit -> bars.add(gain(result, limit)));
        return bars;
    }

    private static DiskBar gain(DiskResult result, double limit) {
        double toLimit = OF_LIMIT * limit / result.at(1).perSecond().median();
        double least = Math.min(PAYS_AT_LEAST, toLimit);
        return bar(result, "times as many with 32 outstanding", result.deviceGain(), least, Double.POSITIVE_INFINITY);
    }

    private static DiskBar bar(DiskResult result, String words, double value, double low, double high) {
        return new DiskBar(result.disk().name(), words, value, low, high);
    }
}
