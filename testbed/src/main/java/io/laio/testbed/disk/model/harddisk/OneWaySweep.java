package io.laio.testbed.disk.model.harddisk;

import io.laio.testbed.disk.model.DeviceRequest;
import io.laio.testbed.disk.model.DeviceRequest.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/**
 * The one-way elevator (C-LOOK): the next address upwards from that of the last request, then from the lowest again. What
 * arrives ahead of the sweep joins it, what arrives behind waits for the next one. So does FreeBSD (bioq_disksort in
 * sys/kern/subr_disk.c), and so do Linux 2.6's schedulers but noop.
 */
final class OneWaySweep implements Choice {
    private static final Comparator<Waiting> BY_ADDRESS = Comparator.comparingLong(
                    (Waiting waiting) -> waiting.request().offsetBytes())
            .thenComparingLong(Waiting::number);
    private static final long BEFORE_ALL = -1;

    private final TreeSet<Waiting> waiting = new TreeSet<>(BY_ADDRESS);

    @Override
    public Collection<Waiting> waiting() {
        return waiting;
    }

    @Override
    public Waiting best(Drive drive, long sweptToBytes, long nowNanos) {
        Waiting ahead = waiting.ceiling(new Waiting(new DeviceRequest(0, Kind.READ, sweptToBytes, 0), BEFORE_ALL));
        return ahead == null ? waiting.first() : ahead;
    }
}
