package io.laio.lab.disk;

import io.laio.testbed.disk.DiskException;
import io.laio.testbed.disk.daemon.DiskStatistics;
import io.laio.testbed.disk.device.TemporaryDisk;
import java.io.IOException;

/**
 * An emulated disk, read by fio.
 *
 * @param disk the disk
 * @param fio reads it
 */
record EmulatedBench(TemporaryDisk disk, Fio fio) implements Bench {
    @Override
    public String reader() throws IOException, InterruptedException {
        return fio.version();
    }

    @Override
    public Measured measure(Load load, Extent extent, long seed) throws IOException, InterruptedException {
        DiskStatistics before = disk.control().statistics();
        Reads reads = fio.read(disk.device(), load, extent, seed);
        DiskStatistics after = disk.control().statistics();
        long failed = after.failures() - before.failures();
        if (failed > 0) {
            throw new DiskException("the emulated disk failed " + failed + " requests; its image is in "
                    + disk.state().layout().directory());
        }
        return Measured.of(reads, before, after);
    }

    @Override
    public void close() throws IOException {
        disk.close();
    }
}
