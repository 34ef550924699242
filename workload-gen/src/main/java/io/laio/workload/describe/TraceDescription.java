package io.laio.workload.describe;

import io.laio.workload.synth.SizeClass;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.TraceHeader;
import io.laio.workload.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A trace measured: every figure here is counted from the content, none taken from the header.
 *
 * @param header what the trace says about itself
 * @param files how many documents the table lists
 * @param footprintBytes sum of their sizes
 * @param filesRequested how many of them are requested at least once
 * @param requestedBytes sum of the sizes of those: the footprint that is touched
 * @param classes the documents of each class by size
 * @param requests requests of each kind
 * @param responseBytes content that a correct server sends for them
 * @param sequences how many sequences there are
 * @param sequenceLengths how many requests they have
 * @param popularity how requests are distributed over documents
 * @param fileClasses how they are distributed over SPECweb99's classes of documents
 * @param spanMillis from the first request to the last, in milliseconds; 0 in a trace without times
 */
public record TraceDescription(
        TraceHeader header,
        int files,
        long footprintBytes,
        int filesRequested,
        long requestedBytes,
        Map<SizeClass, ClassTotal> classes,
        Map<RequestKind, Long> requests,
        long responseBytes,
        long sequences,
        Quantiles sequenceLengths,
        Popularity popularity,
        FileClassShares fileClasses,
        long spanMillis) {
    /** The parts of the requests whose working set is told. */
    public static final List<Double> WORKING_SET_SHARES = List.of(0.5, 0.9, 0.95, 0.99);

    /** Keeps the maps unchangeable and in order. */
    public TraceDescription {
        classes = Collections.unmodifiableMap(new EnumMap<>(classes));
        requests = Collections.unmodifiableMap(new EnumMap<>(requests));
    }

    /**
     * The documents of one class.
     *
     * @param files how many
     * @param bytes sum of their sizes
     */
    public record ClassTotal(int files, long bytes) {}

    /**
     * A distribution in five numbers.
     *
     * @param mean the mean
     * @param p50 the median
     * @param p90 nine in ten are not above
     * @param p99 99 in a hundred are not above
     * @param max the largest
     */
    public record Quantiles(double mean, long p50, long p90, long p99, long max) {}

    /**
     * Measures a trace.
     *
     * @param file the trace; read to its end, so it is whole if this returns
     * @return what it holds
     * @throws IOException if it cannot be read or is damaged
     */
    public static TraceDescription of(Path file) throws IOException {
        try (TraceReader reader = TraceReader.open(file)) {
            Tally tally = new Tally(reader.documents());
            tally.readAll(reader);
            return tally.description(reader.header());
        }
    }

    /**
     * How many requests there are, of any kind.
     *
     * @return their number
     */
    public long totalRequests() {
        return requests.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The documents of a class.
     *
     * @param sizeClass the class
     * @return how many there are and how long, zeros if there are none
     */
    public ClassTotal total(SizeClass sizeClass) {
        return classes.getOrDefault(sizeClass, new ClassTotal(0, 0));
    }

    /**
     * Which part of the footprint a class has.
     *
     * @param sizeClass the class
     * @return its share, 0 to 1
     */
    public double share(SizeClass sizeClass) {
        return footprintBytes == 0 ? 0 : (double) total(sizeClass).bytes() / footprintBytes;
    }

    static Map<SizeClass, ClassTotal> classes(List<Document> documents) {
        Map<SizeClass, ClassTotal> classes = new EnumMap<>(SizeClass.class);
        for (SizeClass sizeClass : SizeClass.values()) {
            classes.put(sizeClass, new ClassTotal(0, 0));
        }
        for (Document document : documents) {
            classes.merge(
                    SizeClass.of(document.sizeBytes()),
                    new ClassTotal(1, document.sizeBytes()),
                    (a, b) -> new ClassTotal(a.files() + b.files(), a.bytes() + b.bytes()));
        }
        return classes;
    }
}
