package io.laio.testbed.disk.device;

import io.laio.testbed.disk.DiskState;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a disk is.
 *
 * @param state what is written down about it
 * @param daemonPid its daemon's process; null if that does not run
 * @param parts what there is of it
 * @param makerAlive whether the process that brought it up still runs
 * @param busy whether somebody brings it up, takes it down or remounts it just now
 */
public record DiskStatus(
        DiskState state, @Nullable Long daemonPid, Set<DiskPart> parts, boolean makerAlive, boolean busy) {
    /** Keeps a copy. */
    public DiskStatus {
        parts = Set.copyOf(parts);
    }

    /**
     * Whether it can be used.
     *
     * @return true if it is complete
     */
    public boolean isUsable() {
        return state.stage() == DiskState.Stage.READY && daemonPid != null && parts.contains(DiskPart.FILE_SYSTEM);
    }

    /**
     * Whether it is only what a death has left, and is to be taken down.
     *
     * @return false also for one that somebody is busy with
     */
    public boolean isLeftOver() {
        return !busy && (isAbandoned() || !isUsable());
    }

    /**
     * Whether it is just being brought up.
     *
     * @return true until it is complete, or given up
     */
    public boolean isComingUp() {
        return busy && makerAlive && state.stage() != DiskState.Stage.READY;
    }

    /**
     * Whether it was to go with its maker, which is dead.
     *
     * @return true if nobody uses it or will take it down
     */
    public boolean isAbandoned() {
        return state.wanted().makersOwn() && !makerAlive;
    }

    /**
     * What there is of it, in words.
     *
     * @return "a daemon, an image"; of a disk of which only the record is left, "only its record"
     */
    public String partsWords() {
        return parts.isEmpty()
                ? "only its record"
                : parts.stream().sorted().map(DiskPart::words).collect(Collectors.joining(", "));
    }
}
