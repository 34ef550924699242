package io.laio.workload.imports;

import java.util.SortedMap;
import java.util.TreeMap;

/** How often what happened. */
final class Counts {
    private final SortedMap<String, Long> counts = new TreeMap<>();

    void add(String what) {
        add(what, 1);
    }

    /** Nothing is noted down for 0. */
    void add(String what, long times) {
        if (times > 0) {
            counts.merge(what, times, Long::sum);
        }
    }

    SortedMap<String, Long> toMap() {
        return counts;
    }
}
