package io.laio.comparison.run;

import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.WantedDisk;
import io.laio.testbed.disk.daemon.DiskStatistics;
import io.laio.testbed.disk.device.DiskStatus;
import io.laio.testbed.disk.device.Disks;
import java.io.IOException;
import java.util.List;

/**
 * The emulated disks of this machine.
 *
 * @param disks which they are
 */
record MachineDisks(Disks disks) implements EmulatedDisks {
    @Override
    public List<DiskStatus> list() throws IOException {
        return disks.list();
    }

    @Override
    public DiskState up(WantedDisk wanted) throws IOException, InterruptedException {
        return disks.up(wanted);
    }

    @Override
    public void down(DiskState disk) throws IOException, InterruptedException {
        disks.down(disk);
    }

    @Override
    public void pace(DiskState disk, boolean on) throws IOException {
        disks.control(disk.layout().directory()).pace(on);
    }

    @Override
    public DiskStatistics statistics(DiskState disk) throws IOException {
        return disks.control(disk.layout().directory()).statistics();
    }
}
