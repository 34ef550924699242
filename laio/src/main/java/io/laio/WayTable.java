package io.laio;

import io.laio.linux.SystemCall;
import java.util.EnumMap;
import java.util.Map;

/** Collects the ways of calls, group by group; a call has exactly one. */
final class WayTable {
    /** One call's way, and why, in words. */
    record Entry(Way way, String why) {}

    private final Map<SystemCall, Entry> entries = new EnumMap<>(SystemCall.class);

    /**
     * Adds a group.
     *
     * @throws IllegalStateException if a call already has a way
     */
    void put(Way way, String why, SystemCall... calls) {
        Entry entry = new Entry(way, why);
        for (SystemCall call : calls) {
            Entry before = entries.putIfAbsent(call, entry);
            if (before != null) {
                throw new IllegalStateException(call + " has two ways: " + before + " and " + entry);
            }
        }
    }

    /**
     * One call's entry; it allocates nothing.
     *
     * @throws IllegalStateException if the call has none
     */
    Entry of(SystemCall call) {
        Entry entry = entries.get(call);
        if (entry == null) {
            throw new IllegalStateException(call + " has no way");
        }
        return entry;
    }
}
