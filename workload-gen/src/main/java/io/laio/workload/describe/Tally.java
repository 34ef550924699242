package io.laio.workload.describe;

import io.laio.workload.describe.TraceDescription.Quantiles;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.ExpectedAnswer;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.RequestSequence;
import io.laio.workload.trace.TraceHeader;
import io.laio.workload.trace.TraceReader;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what goes by while a trace is read. */
final class Tally {
    private final List<Document> documents;
    private final long[] counts;
    private final Map<RequestKind, Long> kinds = new EnumMap<>(RequestKind.class);
    private final TreeMap<Integer, Long> lengths = new TreeMap<>();
    private long requests;
    private long responseBytes;
    private long sequences;
    private long firstMillis = Long.MAX_VALUE;
    private long lastMillis = Long.MIN_VALUE;

    Tally(List<Document> documents) {
        this.documents = documents;
        this.counts = new long[documents.size()];
    }

    void readAll(TraceReader reader) throws IOException {
        RequestSequence sequence = new RequestSequence();
        while (reader.next(sequence)) {
            add(sequence);
        }
    }

    TraceDescription description(TraceHeader header) {
        int touched = 0;
        long touchedBytes = 0;
        for (int i = 0; i < counts.length; i++) {
            touched += counts[i] > 0 ? 1 : 0;
            touchedBytes += counts[i] > 0 ? documents.get(i).sizeBytes() : 0;
        }
        return new TraceDescription(
                header,
                documents.size(),
                documents.stream().mapToLong(Document::sizeBytes).sum(),
                touched,
                touchedBytes,
                TraceDescription.classes(documents),
                kinds,
                responseBytes,
                sequences,
                sequenceLengths(),
                Popularity.of(documents, counts),
                FileClassShares.of(documents, counts),
                sequences == 0 ? 0 : lastMillis - firstMillis);
    }

    private void add(RequestSequence sequence) {
        sequences++;
        requests += sequence.size();
        lengths.merge(sequence.size(), 1L, Long::sum);
        long millis = sequence.startMillis();
        firstMillis = Math.min(firstMillis, millis);
        for (int i = 0; i < sequence.size(); i++) {
            int document = sequence.document(i);
            counts[document]++;
            kinds.merge(sequence.kind(i), 1L, Long::sum);
            responseBytes += ExpectedAnswer.bodyBytes(
                    sequence, i, documents.get(document).sizeBytes());
            millis += sequence.gapMillis(i);
        }
        lastMillis = Math.max(lastMillis, millis);
    }

    private Quantiles sequenceLengths() {
        double mean = sequences == 0 ? 0 : (double) requests / sequences;
        return new Quantiles(mean, length(0.5), length(0.9), length(0.99), length(1));
    }

    /** The smallest length that so large a part of the sequences does not exceed. */
    private long length(double part) {
        double wanted = part * sequences;
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : lengths.entrySet()) {
            seen += entry.getValue();
            if (seen >= wanted) {
                return entry.getKey();
            }
        }
        return 0;
    }
}
