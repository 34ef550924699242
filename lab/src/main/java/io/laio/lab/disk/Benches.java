package io.laio.lab.disk;

import io.laio.testbed.disk.model.catalogue.DiskSpec;
import java.io.IOException;

/** Brings devices up. A parameter of the study, so that a test needs no root. */
@FunctionalInterface
interface Benches {
    /**
     * Brings a device up.
     *
     * @param spec its model
     * @param plan says how large it is, and the seed
     * @return the device, to be closed
     * @throws IOException if it cannot be brought up; nothing is left then
     * @throws InterruptedException if the thread is interrupted; nothing is left then
     */
    Bench open(DiskSpec spec, DiskPlan plan) throws IOException, InterruptedException;
}
