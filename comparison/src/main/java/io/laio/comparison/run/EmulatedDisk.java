package io.laio.comparison.run;

import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.daemon.DiskStatistics;
import java.io.IOException;
import java.io.InterruptedIOException;
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
    /** More interrupts than one come only from somebody who is in a hurry; then the command that is left is told. */
    private static final int TRIES = 3;

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
        boolean interrupted = Thread.interrupted();
        try {
            int tries = 1;
            while (!wentDown(tries)) {
                interrupted = true;
                tries++;
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** False if an interrupt came in between, which has been set aside. */
    private boolean wentDown(int tries) throws IOException {
        try {
            disks.down(state);
            return true;
        } catch (InterruptedException e) {
            if (tries == TRIES) {
                throw leftBehind(e);
            }
        } catch (IOException e) { // an interrupt also makes whatever reads or writes at the time fail
            if (!Thread.interrupted() || tries == TRIES) {
                throw e;
            }
        }
        return false;
    }

    private IOException leftBehind(InterruptedException cause) {
        IOException failure = new InterruptedIOException("interrupted while a disk was taken down: bin/laio disk down "
                + state.layout().directory());
        failure.initCause(cause);
        return failure;
    }
}
