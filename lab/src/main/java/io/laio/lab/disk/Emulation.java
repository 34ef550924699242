package io.laio.lab.disk;

import io.laio.testbed.disk.WantedDisk;
import io.laio.testbed.disk.device.Disks;
import io.laio.testbed.disk.device.TemporaryDisk;
import io.laio.testbed.disk.model.catalogue.DiskSpec;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Emulated disks of this machine, one at a time.
 *
 * @param disks brings them up
 * @param directory where they are
 */
public record Emulation(Disks disks, Path directory) implements Benches {
    private static final Fio FIO = new Fio("fio");

    @Override
    public Bench open(DiskSpec spec, DiskPlan plan) throws IOException, InterruptedException {
        FIO.version(); // before anything is made
        TemporaryDisk.removeStale(disks, directory);
        WantedDisk wanted =
                new WantedDisk(spec.name(), directory.toString(), plan.sizeBytes(), 0, plan.seed(), null, true);
        return new EmulatedBench(TemporaryDisk.up(disks, wanted), FIO);
    }
}
