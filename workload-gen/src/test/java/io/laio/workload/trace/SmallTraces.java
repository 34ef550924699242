package io.laio.workload.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Traces small enough to be looked at. */
public final class SmallTraces {
    public static final List<Document> DOCUMENTS = List.of(
            new Document("/index.html", 120), new Document("/a/picture.jpg", 70_000), new Document("/a/empty.txt", 0));

    private SmallTraces() {}

    /** Two sequences: 0, HEAD 1, a range of 1, not modified 2; then, five seconds in, 2 and after 250 ms 0. */
    public static TraceHeader writeEveryKind(Path file) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("source", "by hand, with \"quotes\" and ü");
        try (TraceWriter writer = TraceWriter.create(file)) {
            for (Document document : DOCUMENTS) {
                writer.document(document);
            }
            RequestSequence sequence = new RequestSequence();
            sequence.add(RequestKind.GET, 0, 0);
            sequence.add(RequestKind.HEAD, 1, 0);
            sequence.addRange(1, 65_536, 4_464, 0);
            sequence.add(RequestKind.NOT_MODIFIED, 2, 0);
            writer.sequence(sequence);
            sequence.clear(5_000);
            sequence.add(RequestKind.GET, 2, 0);
            sequence.add(RequestKind.GET, 0, 250);
            writer.sequence(sequence);
            return writer.commit("by-hand", 7, parameters);
        }
    }

    /** One GET a document in every sequence, in the order given. */
    public static TraceHeader write(Path file, List<Document> documents, int sequences) throws IOException {
        try (TraceWriter writer = TraceWriter.create(file)) {
            RequestSequence sequence = new RequestSequence();
            for (Document document : documents) {
                sequence.add(RequestKind.GET, writer.document(document), 0);
            }
            for (int i = 0; i < sequences; i++) {
                writer.sequence(sequence);
            }
            return writer.commit("small", 0, Map.of());
        }
    }
}
