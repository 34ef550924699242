package io.laio.comparison.run;

import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.daemon.ControlClient;
import io.laio.testbed.disk.device.Disks;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Map;

/** A disk that was brought up for this comparison, and goes with it. */
final class EmulatedDisk implements DocumentDisk {
    private final Disks disks;
    private final DiskState state;
    private final ControlClient control;
    private final String description;

    EmulatedDisk(Disks disks, DiskState state, String description) throws IOException {
        this.disks = disks;
        this.state = state;
        this.description = description;
        this.control = disks.control(state.layout().directory());
    }

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
        control.pace(true);
    }

    @Override
    public void hurry() throws IOException {
        control.pace(false);
    }

    /** Also after an interrupt, which must not leave a disk behind. */
    @Override
    public void close() throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            disks.down(state.layout().directory());
        } catch (InterruptedException e) {
            interrupted = true;
            throw new InterruptedIOException("interrupted while a disk was taken down: bin/laio disk down "
                    + state.layout().directory());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
