package io.laio.workload.synth;

import io.laio.workload.synth.RandomStreams.Purpose;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.RequestSequence;
import io.laio.workload.trace.TraceHeader;
import io.laio.workload.trace.TraceWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Makes a trace with the properties of a {@link WorkloadModel}.
 *
 * <p>A smaller trace has fewer files, not smaller ones. The documents depend on model, scale and seed only, so traces with
 * different numbers of requests share a document root. Requests are
 * independent of each other [U]. Holds the requests in memory, four bytes each.
 */
public final class Synthesizer {
    /** The parameter of the trace's header that tells its scale. */
    public static final String SCALE = "scale";

    /** The parameter of the trace's header that tells how many requests were asked for. */
    public static final String REQUESTS_ASKED = "requestsAsked";

    private static final long MOST_REQUESTS = Integer.MAX_VALUE - 8; // of an array

    private final WorkloadModel model;
    private final double scale;
    private final int requests;
    private final RandomStreams random;

    private Synthesizer(WorkloadModel model, double scale, int requests, long seed) {
        this.model = model;
        this.scale = scale;
        this.requests = requests;
        this.random = new RandomStreams(seed);
    }

    /**
     * Makes a trace.
     *
     * @param model the properties that it should have
     * @param scale its footprint as a multiple of the model's, above 0
     * @param requests how many requests, 1 or more; 0 for the model's number times the scale
     * @param seed chooses among all traces with these properties
     * @param file where to write it
     * @return the header of the trace
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if the scale is too small for every class to have a file
     */
    public static TraceHeader synthesize(WorkloadModel model, double scale, long requests, long seed, Path file)
            throws IOException {
        if (!(scale > 0) || requests < 0) {
            throw new IllegalArgumentException(
                    "scale must be above 0 and requests 0 or more, are " + scale + " and " + requests);
        }
        long count = requests == 0 ? Math.max(1, StrictMath.round(model.requests() * scale)) : requests;
        if (count > MOST_REQUESTS) {
            throw new IllegalArgumentException("at most " + MOST_REQUESTS + " requests, not " + count);
        }
        return new Synthesizer(model, scale, (int) count, seed).write(file);
    }

    private TraceHeader write(Path file) throws IOException {
        DocumentSet documents = DocumentSet.of(model, scale, random);
        int[] asked = drawRequests(documents);
        try (TraceWriter writer = TraceWriter.create(file)) {
            int[] index = writeDocuments(writer, documents);
            writeSequences(writer, asked, index);
            return writer.commit(model.name(), random.seed(), parameters());
        }
    }

    private int[] drawRequests(DocumentSet documents) {
        Popularity popularity = new Popularity(documents.ranking(), documents.weights(), random.of(Purpose.POPULARITY));
        int[] asked = IntStream.generate(popularity::draw).limit(requests).toArray();
        int changes = (int) (requests * model.value("coverageShare"));
        new Coverage(documents.sizes(), asked).complete(changes, random.of(Purpose.COVERAGE));
        return asked;
    }

    /** Writes the table in the order of the disk; answers with the index in it of each document. */
    private int[] writeDocuments(TraceWriter writer, DocumentSet documents) throws IOException {
        int[] order = documents.order(random.of(Purpose.ORDER));
        int[] index = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            int document = order[place];
            String path = documents.path(document, place);
            index[document] =
                    writer.document(new Document(path, documents.sizes().get(document)));
        }
        return index;
    }

    private void writeSequences(TraceWriter writer, int[] asked, int[] index) throws IOException {
        UniformRandomProvider lengths = random.of(Purpose.SEQUENCES);
        RequestSequence sequence = new RequestSequence();
        int next = 0;
        while (next < asked.length) {
            int end = (int) Math.min((long) next + sequenceLength(lengths), asked.length);
            sequence.clear(0);
            for (; next < end; next++) {
                sequence.add(RequestKind.GET, index[asked[next]], 0);
            }
            writer.sequence(sequence);
        }
    }

    private int sequenceLength(UniformRandomProvider lengths) {
        if (lengths.nextDouble() < model.value("singleRequestShare")) {
            return 1;
        }
        int min = (int) model.value("sequenceMin");
        return min + lengths.nextInt((int) model.value("sequenceMax") - min + 1);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(TraceHeader.MADE_BY, TraceHeader.SYNTH);
        parameters.put("title", model.title());
        parameters.put(SCALE, plain(scale));
        parameters.put(REQUESTS_ASKED, Integer.toString(requests));
        model.parameters()
                .forEach((name, parameter) ->
                        parameters.put(name, plain(parameter.value()) + " [" + parameter.mark() + "]"));
        return parameters;
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
