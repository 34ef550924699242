package io.laio.soak;

import io.laio.Innards;
import io.laio.Laio;
import io.laio.LaioCounter;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Looks for what is left when everything is over: with the library open and nothing in flight, and with it closed. */
final class Residue {
    static final int TRIES = 200;

    private static final long PAUSE_NANOS = 10_000_000;
    private static final int WARM = 8; // checks until caches of the JVM are filled
    private static final long HEAP_SLACK_BYTES = 2 << 20;
    private static final long RESIDENT_SLACK_BYTES = 48L << 20;
    private static final int MAPPING_SLACK = 64; // code cache, arenas of malloc

    private final World world;
    private final List<Usage> history = new ArrayList<>();
    private final int maxTries;
    private final Usage first;

    /**
     * Before anything was opened; the world's own memory is there.
     *
     * @param tries how often to look again, 10 ms apart, for what the JVM itself has open for a moment
     */
    Residue(World world, int tries) throws IOException {
        this.world = world;
        this.maxTries = tries;
        this.first = collected();
    }

    void checkQuiet(Laio laio) {
        require(laio.inFlight() == 0, laio.inFlight() + " operations in flight");
        require(Innards.slotsInUse(laio) == 0, Innards.slotsInUse(laio) + " slots in use");
        require(world.areasMissing() == 0, world.areasMissing() + " areas are not given back");
        checkCounters(laio);
        for (SystemCall call : SystemCall.values()) {
            require(balance(laio, call) == 0, "the counters of " + call + " do not add up");
        }
    }

    /** At any moment. */
    void checkCounters(Laio laio) {
        require(laio.counters().staleCompletions() == 0, "stale completions");
        long open = 0;
        for (SystemCall call : SystemCall.values()) {
            open += balance(laio, call);
        }
        require(open == laio.inFlight(), laio.inFlight() + " in flight, " + open + " by the counters");
    }

    private static long balance(Laio laio, SystemCall call) {
        return laio.counters().get(LaioCounter.ISSUED, call)
                - laio.counters().get(LaioCounter.AT_ONCE, call)
                - laio.counters().get(LaioCounter.BLOCKED, call)
                - laio.counters().get(LaioCounter.REFUSED, call);
    }

    /** The library is closed, so all that it had must be gone. What the JVM opens for a moment goes by itself. */
    Usage checkClosed() throws IOException {
        Usage now = collected();
        for (int tries = 0; tries < maxTries && !isClean(now); tries++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            now = collected();
        }
        if (!isClean(now)) {
            world.fail("left behind: " + now + "\n  at the start: " + first + "\n  " + Usage.descriptorTargets());
        }
        history.add(now);
        checkGrowth(now);
        return now;
    }

    private boolean isClean(Usage now) {
        return now.descriptors() <= first.descriptors()
                && now.rings() == 0
                && now.workers() == 0
                && now.nativeBytes() <= first.nativeBytes();
    }

    private void checkGrowth(Usage now) {
        if (history.size() <= WARM) {
            return;
        }
        Usage warm = history.get(WARM - 1);
        require(now.heapBytes() <= warm.heapBytes() + HEAP_SLACK_BYTES, "the heap grew: " + now + "\n  was: " + warm);
        require(
                now.residentBytes() <= warm.residentBytes() + RESIDENT_SLACK_BYTES,
                "resident memory grew: " + now + "\n  was: " + warm);
        require(now.mappings() <= warm.mappings() + MAPPING_SLACK, "mappings grew: " + now + "\n  was: " + warm);
    }

    private static Usage collected() throws IOException {
        System.gc();
        return Usage.now();
    }

    private void require(boolean condition, String what) {
        if (!condition) {
            world.fail(what);
        }
    }
}
