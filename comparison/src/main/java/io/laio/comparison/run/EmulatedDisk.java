package io.laio.comparison.run;

import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.daemon.DiskStatistics;
import io.laio.testbed.disk.device.LastingDown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A disk that was brought up for this comparison, and goes with it.
 *
 * @param disks who brought it up
 * @param state what was brought up
 * @param description what it is like
 */
record EmulatedDisk(EmulatedDisks disks, DiskState state, String description) implements DocumentDisk {
    @Override
    public String name() {
        return state.wanted().model();
    }

    @Override
    public Path directory() {
        return state.layout().fileSystem();
    }

    @Override
    public Map<String, String> details() {
        return Map.of("emulatedDisk", description);
    }

    @Override
    public void keepPace() throws IOException {
        disks.pace(state, true);
    }

    @Override
    public void hurry() throws IOException {
        disks.pace(state, false);
    }

    @Override
    public Optional<DiskStatistics> statistics() throws IOException {
        return Optional.of(disks.statistics(state));
    }

    /** Also after an interrupt, or during one: neither may leave a disk behind. */
    @Override
    public void close() throws IOException {
        new LastingDown(() -> disks.down(state), state.layout().directory()).run();
    }
}
