package io.laio.comparison.run;

import io.laio.comparison.cgroup.CpuList;
import io.laio.comparison.plan.PlanException;
import io.laio.linux.Linux;
import io.laio.testbed.disk.DiskContents;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.WantedDisk;
import io.laio.testbed.disk.device.DiskStatus;
import io.laio.testbed.disk.device.Disks;
import io.laio.testbed.disk.model.catalogue.DiskCatalogue;
import io.laio.testbed.disk.model.catalogue.DiskSpec;
import io.laio.testbed.disk.model.catalogue.DiskSpecException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The disks on which servers can be compared.
 *
 * @param catalogue the device models that there are
 * @param disks brings them up and takes them down
 * @param data laio's data directory; an emulated disk is below it
 * @param daemonCpus where the emulation runs: never where a server is measured, if there is another processor
 * @param narrator is told how it is getting on
 */
public record DocumentDisks(
        DiskCatalogue catalogue, EmulatedDisks disks, Path data, CpuList daemonCpus, Narrator narrator) {
    /**
     * Those of laio.
     *
     * @param linux the kernel, of the calling thread
     * @param home laio's directory
     * @param data laio's data directory
     * @param daemonCpus where the emulation runs
     * @param narrator is told how it is getting on
     * @return nothing has been made yet
     */
    public static DocumentDisks of(Linux linux, Path home, Path data, CpuList daemonCpus, Narrator narrator) {
        return new DocumentDisks(
                new DiskCatalogue(home.resolve("config/disks")),
                new MachineDisks(Disks.of(linux, home, DiskRegistry.USUAL)),
                data,
                daemonCpus,
                narrator);
    }

    /**
     * Brings up the disk that a plan asks for, after taking down what a killed comparison has left of its own. It hurries until
     * it is told to keep its pace. What fails or is interrupted leaves nothing behind; whoever returns from this has to close it.
     *
     * @param name {@code native}, or a device model
     * @param contents what it has to hold
     * @param seed of whatever is random about it
     * @return the disk, to be closed
     * @throws PlanException if there is no such model
     * @throws IOException if it cannot be brought up here; never another one is taken in its place
     */
    public DocumentDisk open(String name, DiskContents contents, long seed) throws PlanException, IOException {
        removeStale(directory());
        if (name.equals(DocumentDisk.NATIVE)) {
            return new NativeDisk(data);
        }
        requireNobody(directory());
        DiskSpec spec = find(name);
        narrator.status("bringing up the disk " + name);
        EmulatedDisk disk = new EmulatedDisk(disks, up(name, contents, seed), spec.title());
        return hurried(disk);
    }

    private static DocumentDisk hurried(DocumentDisk disk) throws IOException {
        try {
            disk.hurry();
            return disk;
        } catch (IOException | RuntimeException e) {
            closeAfter(e, disk);
            throw e;
        }
    }

    private static void closeAfter(Exception failure, DocumentDisk disk) {
        try {
            disk.close();
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** By its real name, as disks are written down. */
    private Path directory() throws IOException {
        Path directory = data.resolve("emulated-disk");
        return Files.exists(directory)
                ? directory.toRealPath()
                : data.toRealPath().resolve("emulated-disk");
    }

    private DiskSpec find(String name) throws PlanException {
        try {
            return catalogue.find(name);
        } catch (DiskSpecException e) {
            throw new PlanException("disk: " + e.getMessage(), e);
        }
    }

    private DiskState up(String name, DiskContents contents, long seed) throws IOException {
        try {
            return disks.up(new WantedDisk(
                    name,
                    directory().toString(),
                    contents.diskBytes(),
                    contents.files(),
                    seed,
                    daemonCpus.cpus().getFirst(),
                    true));
        } catch (InterruptedException e) {
            throw interrupted("brought up", e);
        }
    }

    private static IOException interrupted(String what, InterruptedException cause) {
        Thread.currentThread().interrupt();
        IOException failure = new InterruptedIOException("interrupted while a disk was " + what);
        failure.initCause(cause);
        return failure;
    }

    /** A comparison's own goes when its maker is dead. Everything else here is somebody's. */
    private void removeStale(Path directory) throws IOException {
        for (DiskStatus status : disks.list()) {
            if (isAt(directory, status) && status.isAbandoned()) {
                remove(status.state());
            }
        }
    }

    private void remove(DiskState disk) throws IOException {
        try {
            disks.down(disk);
        } catch (InterruptedException e) {
            throw interrupted("taken down", e);
        }
        narrator.line("took down what a comparison that was killed had left behind: the disk at "
                + disk.layout().directory());
    }

    private void requireNobody(Path directory) throws IOException {
        for (DiskStatus status : disks.list()) {
            if (isAt(directory, status)) {
                throw new IOException(inUse(directory, status));
            }
        }
    }

    private static String inUse(Path directory, DiskStatus status) {
        return status.state().wanted().makersOwn()
                ? "another comparison, process " + status.state().maker().pid() + ", uses " + directory
                        + ": wait for it, or choose another --data"
                : "there is a disk that somebody brought up in " + directory
                        + ": choose another --data, or take it away by bin/laio disk down " + directory;
    }

    private static boolean isAt(Path directory, DiskStatus status) {
        return status.state().layout().directory().equals(directory);
    }
}
