package io.laio.workload.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The first requests of a trace, and what they touch.
 *
 * <p>A replay that is limited to N requests plays exactly these, whatever the number of clients and the speed of the
 * server: sequences in the order of the trace, the last one cut short.
 *
 * @param sequences how many sequences it has, the cut one included
 * @param requests how many requests it has
 * @param responseBytes how many bytes of content a correct server sends for them
 * @param documents the documents that those requests are for, in the order of the table
 * @param footprintBytes sum of the sizes of those documents
 */
public record TracePrefix(
        long sequences, long requests, long responseBytes, List<Document> documents, long footprintBytes) {
    /** Keeps the list unchangeable. */
    public TracePrefix {
        documents = List.copyOf(documents);
    }

    /**
     * Reads the prefix of a trace.
     *
     * @param trace the trace
     * @param maxRequests how many requests, 0 for all
     * @return what they touch
     * @throws TraceFormatException if the trace is damaged
     * @throws IOException if it cannot be read
     */
    public static TracePrefix read(Path trace, long maxRequests) throws IOException {
        try (TraceReader reader = TraceReader.open(trace)) {
            return read(reader, maxRequests);
        }
    }

    private static TracePrefix read(TraceReader reader, long maxRequests) throws IOException {
        List<Document> table = reader.documents();
        BitSet touched = new BitSet(table.size());
        PrefixSequences source = new PrefixSequences(reader, maxRequests);
        RequestSequence sequence = new RequestSequence();
        long sequences = 0;
        long responseBytes = 0;
        for (; source.next(sequence); sequences++) {
            for (int i = 0; i < sequence.size(); i++) {
                touched.set(sequence.document(i));
                responseBytes += ExpectedAnswer.bodyBytes(
                        sequence, i, table.get(sequence.document(i)).sizeBytes());
            }
        }
        return of(sequences, source.requests(), responseBytes, table, touched.stream());
    }

    private static TracePrefix of(
            long sequences, long requests, long responseBytes, List<Document> table, IntStream touched) {
        List<Document> documents = touched.mapToObj(table::get).toList();
        long bytes = documents.stream().mapToLong(Document::sizeBytes).sum();
        return new TracePrefix(sequences, requests, responseBytes, documents, bytes);
    }
}
