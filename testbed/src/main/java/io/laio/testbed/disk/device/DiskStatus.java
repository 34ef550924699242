package io.laio.testbed.disk.device;

import io.laio.testbed.disk.DiskState;
import org.jspecify.annotations.Nullable;

/**
 * How a disk is.
 *
 * @param state what is written down about it
 * @param daemonPid its daemon's process; null if that does not run
 * @param mounted whether its file system is mounted
 * @param makerAlive whether the process that brought it up still runs
 */
public record DiskStatus(DiskState state, @Nullable Long daemonPid, boolean mounted, boolean makerAlive) {
    /**
     * Whether it can be used.
     *
     * @return true if it is complete
     */
    public boolean isUsable() {
        return state.stage() == DiskState.Stage.READY && daemonPid != null && mounted;
    }

    /**
     * Whether it is only what a death has left, and is to be taken down.
     *
     * @return false also for one that is being brought up
     */
    public boolean isLeftOver() {
        boolean comesUp = state.stage() != DiskState.Stage.READY && makerAlive;
        boolean orphan = state.wanted().makersOwn() && !makerAlive;
        return orphan || (!isUsable() && !comesUp);
    }
}
