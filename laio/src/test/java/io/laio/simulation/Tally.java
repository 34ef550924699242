package io.laio.simulation;

import io.laio.LaioCounter;
import io.laio.LaioCounters;
import io.laio.linux.SystemCall;
import java.util.EnumMap;
import java.util.Map;

/** What the program itself counts, to compare with the counters of the library. */
final class Tally {
    private final Map<SystemCall, Long> issued = new EnumMap<>(SystemCall.class);
    private long blocked;
    private long abandoned; // nobody told whether it blocked

    void issued(SystemCall call) {
        issued.merge(call, 1L, Long::sum);
    }

    void completed(boolean didBlock) {
        blocked += didBlock ? 1 : 0;
    }

    void abandoned() {
        abandoned++;
    }

    /** Fails if the library counts otherwise. Of the open calls nobody knows whether they have blocked. */
    void require(LaioCounters counters, int open) {
        require(counters.staleCompletions() == 0, "stale completions");
        long counted = 0;
        for (SystemCall call : SystemCall.values()) {
            long known = issued.getOrDefault(call, 0L);
            require(counters.get(LaioCounter.ISSUED, call) == known, call + " was issued " + known + " times");
            counted += counters.get(LaioCounter.BLOCKED, call);
        }
        boolean plausible = counted >= blocked && counted <= blocked + abandoned + open;
        require(plausible, counted + " counted as blocked, not " + blocked);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
