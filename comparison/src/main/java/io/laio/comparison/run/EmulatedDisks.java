package io.laio.comparison.run;

import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.WantedDisk;
import io.laio.testbed.disk.daemon.DiskStatistics;
import io.laio.testbed.disk.device.DiskStatus;
import java.io.IOException;
import java.util.List;

/** What brings emulated disks up and takes them down: {@link MachineDisks}, or what a test puts in its place to fail. */
public interface EmulatedDisks {
    /**
     * All that there are, also what is left of some.
     *
     * @return how each is
     * @throws IOException if it cannot be told
     */
    List<DiskStatus> list() throws IOException;

    /**
     * Brings a disk up. What fails, and what is interrupted, leaves nothing behind.
     *
     * @param wanted what is wanted
     * @return what there is now, as fast as its model says
     * @throws IOException if it cannot be done
     * @throws InterruptedException if the thread is interrupted
     */
    DiskState up(WantedDisk wanted) throws IOException, InterruptedException;

    /**
     * Takes that disk down, and none that another maker has put in its place. Where it is gone already nothing is done, so it may
     * be tried again.
     *
     * @param disk which one
     * @throws IOException if something stays
     * @throws InterruptedException if the thread is interrupted
     */
    void down(DiskState disk) throws IOException, InterruptedException;

    /**
     * Switches its model on or off.
     *
     * @param disk which one
     * @param on whether the model decides; if not, the disk answers as soon as it can
     * @throws IOException if it does not answer
     */
    void pace(DiskState disk, boolean on) throws IOException;

    /**
     * What it has done since it was brought up.
     *
     * @param disk which one
     * @return its counters
     * @throws IOException if it does not answer
     */
    DiskStatistics statistics(DiskState disk) throws IOException;
}
