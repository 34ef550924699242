package io.laio.comparison.run;

import io.laio.comparison.cache.NameCache;
import io.laio.comparison.cgroup.CgroupDetector;
import io.laio.comparison.cgroup.CgroupSupport;
import io.laio.comparison.cgroup.CpuList;
import io.laio.comparison.environment.BlockDevice;
import io.laio.linux.Linux;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What this machine lets a comparison do.
 *
 * @param linux the kernel, of the thread that runs the comparison
 * @param processors who runs where
 * @param cgroups whether servers can have control groups
 * @param names the cache of names and metadata
 * @param ended processes that a comparison which was killed had left behind, and that were ended
 */
public record Host(Linux linux, Processors processors, CgroupSupport cgroups, NameCache names, List<Long> ended) {
    /** Copies the list. */
    public Host {
        ended = List.copyOf(ended);
    }

    /**
     * Finds out, and ends the servers of comparisons that were killed: they would disturb this one.
     *
     * @return this machine, for the calling thread
     * @throws IOException if the kernel does not tell
     */
    public static Host detect() throws IOException {
        CpuList allowed = Affinity.allowed();
        CgroupSupport cgroups = new CgroupDetector(allowed).detect();
        List<Long> ended = List.of();
        if (cgroups instanceof CgroupSupport.Available available
                && !available.leftBehind().isEmpty()) {
            ended = available.groups().endStale();
            cgroups = new CgroupSupport.Available(
                    available.groups(), available.groups().removeStale());
        }
        return new Host(Linux.open(), Processors.divide(allowed), cgroups, new NameCache(), ended);
    }

    /**
     * How results name the control groups.
     *
     * @return {@code v1}, {@code v2}, or why there are none
     */
    public String cgroupWords() {
        return switch (cgroups) {
            case CgroupSupport.Available available -> "v" + available.groups().version();
            case CgroupSupport.Unavailable unavailable -> "none: " + unavailable.cause();
        };
    }

    /**
     * Why servers cannot be limited in what they read, if they cannot.
     *
     * @param documents where the documents are to lie; exists
     * @return the reason and the remedy; empty if they can
     * @throws IOException if the kernel does not tell
     */
    public Optional<String> readLimitObstacle(Path documents) throws IOException {
        if (!(cgroups instanceof CgroupSupport.Available available)) {
            return Optional.of("reads cannot be limited without control groups (" + cgroupWords() + "); run as root");
        }
        if (!available.groups().mayLimitReads()) {
            return Optional.of(
                    "reads cannot be limited here: control groups " + cgroupWords()
                            + " have no controller for block devices; mount blkio (v1) or enable io (v2), CONFIG_BLK_DEV_THROTTLING");
        }
        return BlockDevice.below(documents).isPresent()
                ? Optional.empty()
                : Optional.of(
                        documents + " is on no disk of its own, whose reads could be limited; choose another --data");
    }

    /**
     * What is missing, and what that does to the experiment.
     *
     * @return a sentence each; empty if nothing is
     */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (cgroups instanceof CgroupSupport.Unavailable unavailable) {
            warnings.add(
                    "no control groups (" + unavailable.cause() + "): servers may use all of the machine's memory, "
                            + "nothing that is larger than the budget is disk-bound; " + unavailable.remedy());
        }
        if (cgroups instanceof CgroupSupport.Available available
                && !available.leftBehind().isEmpty()) {
            warnings.add("a comparison that was killed left servers behind, which disturb this one and are in another "
                    + "container: processes " + available.leftBehind() + "; end them with kill");
        }
        if (!names.mayEmpty()) {
            warnings.add("drop_caches may not be written: cold runs keep names and metadata in memory and are labelled "
                    + "cold-data; run as root");
        }
        if (processors.shared()) {
            warnings.add("one processor for server and load generator: they disturb each other, compare with care");
        }
        return warnings;
    }
}
