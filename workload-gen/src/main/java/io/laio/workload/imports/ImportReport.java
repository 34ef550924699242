package io.laio.workload.imports;

import io.laio.workload.trace.TraceHeader;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of an import.
 *
 * @param header the trace's header
 * @param lines how many lines the log has
 * @param skipped how many of them were skipped, by reason
 * @param notes what was changed or assumed, how often
 */
public record ImportReport(
        TraceHeader header, long lines, SortedMap<String, Long> skipped, SortedMap<String, Long> notes) {
    /** Keeps the maps unchangeable. */
    public ImportReport {
        skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
    }

    /**
     * How many lines were skipped, for any reason.
     *
     * @return their number
     */
    public long skippedLines() {
        return skipped.values().stream().mapToLong(Long::longValue).sum();
    }
}
