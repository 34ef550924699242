package io.laio.comparison.run;

import io.laio.workload.trace.Document;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.RequestSequence;
import io.laio.workload.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Documents that no workload uses, and a trace over them: for warming the just-in-time compilers of server and generator
 * without touching anything that is measured. Sizes run from half a kilobyte to half a megabyte, so that every way of
 * sending a document is taken.
 */
public final class WarmUpSet {
    private static final int DOCUMENTS = 64;
    private static final int SMALLEST_BYTES = 512;
    private static final double LARGEST_TO_SMALLEST = 1024;
    private static final int REQUESTS_PER_SEQUENCE = 8;
    private static final double SKEW = 1.5;
    private static final long SEED = 1;

    private final List<Document> documents = new ArrayList<>();

    /** Makes the list of documents. */
    public WarmUpSet() {
        for (int i = 0; i < DOCUMENTS; i++) {
            double size = SMALLEST_BYTES * Math.pow(LARGEST_TO_SMALLEST, (double) i / (DOCUMENTS - 1));
            // Odd sizes: a server may treat whole pages differently.
            documents.add(new Document("/_warm-up/" + i + ".bin", Math.round(size) | 1));
        }
    }

    /**
     * The documents.
     *
     * @return path and size of each
     */
    public List<Document> documents() {
        return List.copyOf(documents);
    }

    /**
     * The documents' paths.
     *
     * @return paths below the document root
     */
    public List<String> paths() {
        return documents.stream().map(Document::path).toList();
    }

    /**
     * Writes a trace over the documents, the smaller ones asked for more often: a compiler needs many calls, not many
     * bytes.
     *
     * @param file where
     * @param requests how many requests, 1 or more
     * @throws IOException if it cannot be written
     */
    public void writeTrace(Path file, long requests) throws IOException {
        Random random = new Random(SEED);
        try (TraceWriter writer = TraceWriter.create(file)) {
            for (Document document : documents) {
                writer.document(document);
            }
            RequestSequence sequence = new RequestSequence();
            for (long written = 0; written < requests; written += sequence.size()) {
                fill(sequence, Math.min(REQUESTS_PER_SEQUENCE, requests - written), random);
                writer.sequence(sequence);
            }
            writer.commit("warm-up", SEED, Map.of());
        }
    }

    private static void fill(RequestSequence sequence, long requests, Random random) {
        sequence.clear(0);
        for (int i = 0; i < requests; i++) {
            double skewed = Math.pow(random.nextDouble(), SKEW);
            sequence.add(RequestKind.GET, (int) (skewed * DOCUMENTS), 0);
        }
    }
}
