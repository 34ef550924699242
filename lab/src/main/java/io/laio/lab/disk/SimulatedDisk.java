package io.laio.lab.disk;

import io.laio.lab.disk.Load.Order;
import io.laio.testbed.disk.model.DeviceRequest.Kind;
import io.laio.testbed.disk.model.catalogue.DiskSpec;
import io.laio.testbed.disk.model.catalogue.DiskSpecException;
import io.laio.testbed.disk.model.simulation.ClosedLoop;
import io.laio.testbed.disk.model.simulation.RequestSource;
import io.laio.testbed.disk.model.simulation.Requests;

/**
 * A device model without a device: it serves loads in simulated time, each a device that has done nothing yet.
 *
 * @param spec the model
 * @param plan says how large the device is, and the seed
 */
record SimulatedDisk(DiskSpec spec, DiskPlan plan) {
    /** So many that the mean of an elevator's sweeps with 128 waiting is known to 1 %. */
    private static final int RANDOM_READS = 20_000;

    /**
     * Serves a load.
     *
     * @param load all over the device, or from its beginning, as fio is asked for it
     * @return how it went
     * @throws DiskSpecException if there is no such device of this size
     */
    Reads serve(Load load) throws DiskSpecException {
        long reads = load.order() == Order.RANDOM ? RANDOM_READS : plan.readsInOrder(load.bytes());
        return Reads.of(
                ClosedLoop.run(spec.open(plan.sizeBytes(), plan.seed()), source(load), load.depth(), reads),
                load.bytes());
    }

    private RequestSource source(Load load) {
        return switch (load.order()) {
            case RANDOM -> Requests.random(Kind.READ, plan.sizeBytes(), load.bytes(), plan.seed());
            case SEQUENTIAL -> Requests.sequential(Kind.READ, 0, load.bytes());
        };
    }
}
