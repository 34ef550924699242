package io.laio.lab.disk;

import io.laio.lab.Machine;
import java.util.List;

/**
 * What was measured.
 *
 * @param plan what was asked for
 * @param machine where and when
 * @param fio the version of the program that read
 * @param disks in the plan's order
 */
public record DiskResults(DiskPlan plan, Machine machine, String fio, List<DiskResult> disks) {
    /** Copies the disks. */
    public DiskResults {
        disks = List.copyOf(disks);
    }
}
