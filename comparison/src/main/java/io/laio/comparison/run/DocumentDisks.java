package io.laio.comparison.run;

import io.laio.comparison.cgroup.CpuList;
import io.laio.comparison.plan.PlanException;
import io.laio.linux.Linux;
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
import java.nio.file.Path;

/**
 * The disks on which servers can be compared.
 *
 * @param catalogue the device models that there are
 * @param disks brings them up
 * @param data laio's data directory; an emulated disk is below it
 * @param daemonCpus where the emulation runs: never where a server is measured, if there is another processor
 * @param narrator is told how it is getting on
 */
public record DocumentDisks(DiskCatalogue catalogue, Disks disks, Path data, CpuList daemonCpus, Narrator narrator) {
    private static final long PAGE_BYTES = 4096;

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
                Disks.of(linux, home, DiskRegistry.USUAL),
                data,
                daemonCpus,
                narrator);
    }

    /**
     * Brings up the disk that a plan asks for, after taking down what a killed comparison has left of its own. It hurries until
     * it is told to keep its pace.
     *
     * @param name {@code native}, or a device model
     * @param bytes how much it has to hold
     * @param seed of whatever is random about it
     * @return the disk, to be closed
     * @throws PlanException if there is no such model
     * @throws IOException if it cannot be brought up here; never another one is taken in its place
     */
    public DocumentDisk open(String name, long bytes, long seed) throws PlanException, IOException {
        removeStale();
        if (name.equals(DocumentDisk.NATIVE)) {
            return new NativeDisk(data);
        }
        DiskSpec spec = find(name);
        narrator.status("bringing up the disk " + name);
        EmulatedDisk disk = new EmulatedDisk(disks, up(name, bytes, seed), spec.title());
        disk.hurry();
        return disk;
    }

    private Path directory() {
        return data.resolve("emulated-disk");
    }

    private DiskSpec find(String name) throws PlanException {
        try {
            return catalogue.find(name);
        } catch (DiskSpecException e) {
            throw new PlanException("disk: " + e.getMessage(), e);
        }
    }

    private DiskState up(String name, long bytes, long seed) throws IOException {
        long size = Math.ceilDiv(bytes, PAGE_BYTES) * PAGE_BYTES;
        try {
            return disks.up(new WantedDisk(
                    name, directory().toString(), size, seed, daemonCpus.cpus().getFirst(), true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a disk was brought up");
        }
    }

    private void removeStale() throws IOException {
        for (DiskStatus status : disks.list()) {
            if (status.state().layout().directory().equals(directory())) {
                removeStale(status);
            }
        }
    }

    private void removeStale(DiskStatus status) throws IOException {
        if (status.makerAlive()) {
            throw new IOException(
                    "another comparison, process " + status.state().maker().pid() + ", uses " + directory()
                            + ": wait for it, or choose another --data");
        }
        try {
            disks.down(directory());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a disk was taken down");
        }
        narrator.line("took down what a comparison that was killed had left behind: the disk at " + directory());
    }
}
