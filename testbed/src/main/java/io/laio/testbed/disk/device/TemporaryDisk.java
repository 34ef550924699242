package io.laio.testbed.disk.device;

import io.laio.testbed.disk.DiskException;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.WantedDisk;
import io.laio.testbed.disk.daemon.ControlClient;
import io.laio.testbed.disk.device.Disks.Gone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A disk that goes with what it was brought up for. For the thread that brought it up.
 *
 * @param disks took part in bringing it up, and takes it down
 * @param state what it is
 */
public record TemporaryDisk(Disks disks, DiskState state) implements AutoCloseable {
    /**
     * Brings a disk up.
     *
     * @param disks brings it up
     * @param wanted what is wanted, its maker's own
     * @return the disk, to be closed
     * @throws IOException if it cannot be done
     * @throws InterruptedException if the thread is interrupted; nothing is left then
     */
    public static TemporaryDisk up(Disks disks, WantedDisk wanted) throws IOException, InterruptedException {
        if (!wanted.makersOwn()) {
            throw new IllegalArgumentException("a disk that outlives its maker is not temporary: " + wanted);
        }
        return new TemporaryDisk(disks, disks.up(wanted));
    }

    /**
     * Takes down what a process that was killed has left.
     *
     * @param disks takes it down
     * @param directory where a disk is to be brought up
     * @return whether there was anything
     * @throws IOException if it cannot be taken down, or its maker still runs
     * @throws InterruptedException if the thread is interrupted
     */
    public static boolean removeStale(Disks disks, Path directory) throws IOException, InterruptedException {
        Path real = Files.exists(directory) ? directory.toRealPath() : directory;
        for (DiskStatus status : disks.list()) {
            if (status.state().layout().directory().equals(real)) {
                if (!status.isAbandoned()) {
                    throw new DiskException("there is a disk in " + real + " that process "
                            + status.state().maker().pid() + " brought up"
                            + ": choose another directory, or take it away by bin/laio disk down " + real);
                }
                return disks.down(real) != Gone.THERE_WAS_NONE;
            }
        }
        return false;
    }

    /**
     * The disk as a block device, without its file system.
     *
     * @return {@code /dev/loop} and a number
     */
    public Path device() {
        return LoopDevices.device(Objects.requireNonNull(state.loop(), "a disk that is up has a loop device"));
    }

    /**
     * Speaks to its daemon.
     *
     * @return a client
     * @throws IOException if the disk is gone
     */
    public ControlClient control() throws IOException {
        return disks.control(state.layout().directory());
    }

    /** Takes it down, also after an interrupt, which must not leave a disk behind. */
    @Override
    public void close() throws IOException {
        new LastingDown(() -> disks.down(state), state.layout().directory()).run();
    }
}
