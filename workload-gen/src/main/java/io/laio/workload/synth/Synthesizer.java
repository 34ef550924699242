package io.laio.workload.synth;

import io.laio.workload.trace.Document;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.RequestSequence;
import io.laio.workload.trace.TraceHeader;
import io.laio.workload.trace.TraceWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Makes a trace with the properties of a {@link WorkloadModel}.
 *
 * <p>The footprint scales, the sizes of single files do not: a smaller trace has fewer files. The documents depend on
 * model, scale and seed only, so traces with different numbers of requests share a document root. Requests are
 * independent of each other [U]. Holds the requests in memory, four bytes each.
 */
public final class Synthesizer {
    /** The parameter of the trace's header that tells its scale. */
    public static final String SCALE = "scale";

    /** The parameter of the trace's header that tells how many requests were asked for. */
    public static final String REQUESTS_ASKED = "requestsAsked";

    private static final int FILES_PER_DIRECTORY = 100;
    private static final long STREAM_DISTANCE = 0x9e3779b97f4a7c15L;

    private final WorkloadModel model;
    private final double scale;
    private final int requests;
    private final long seed;

    private Synthesizer(WorkloadModel model, double scale, int requests, long seed) {
        this.model = model;
        this.scale = scale;
        this.requests = requests;
        this.seed = seed;
    }

    /** Independent streams of random numbers, so that what one part draws does not change another. */
    private enum Stream {
        SIZES(1),
        ORDER(2),
        POPULARITY(3),
        COVERAGE(4),
        SEQUENCES(5);

        private final int number;

        Stream(int number) {
            this.number = number;
        }
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
        return new Synthesizer(model, scale, Math.toIntExact(count), seed).write(file);
    }

    private TraceHeader write(Path file) throws IOException {
        List<Long> sizes = new ArrayList<>();
        List<SizeClass> classes = new ArrayList<>();
        drawSizes(sizes, classes);
        int[] order = shuffled(sizes.size());
        int[] asked = drawRequests(sizes, rankByClass(classes));
        try (TraceWriter writer = TraceWriter.create(file)) {
            int[] index = writeDocuments(writer, sizes, classes, order);
            writeSequences(writer, asked, index);
            return writer.commit(model.name(), seed, parameters());
        }
    }

    private void drawSizes(List<Long> sizes, List<SizeClass> classes) {
        FileSizes fileSizes = new FileSizes(model, random(Stream.SIZES));
        for (SizeClass sizeClass : SizeClass.values()) {
            long bytes = StrictMath.round(model.footprintBytes() * scale * model.share(sizeClass));
            for (long size : fileSizes.draw(sizeClass, bytes)) {
                sizes.add(size);
                classes.add(sizeClass);
            }
        }
    }

    private int[] shuffled(int count) {
        UniformRandomProvider random = random(Stream.ORDER);
        int[] order = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    /** Ranks follow the drawing, not the table: or popular documents would lie side by side on the disk. */
    private static int[] rankByClass(List<SizeClass> classes) {
        List<int[]> members = new ArrayList<>();
        for (SizeClass sizeClass : SizeClass.values()) {
            members.add(IntStream.range(0, classes.size())
                    .filter(file -> classes.get(file) == sizeClass)
                    .toArray());
        }
        return Popularity.rank(members);
    }

    private int[] drawRequests(List<Long> sizes, int[] documentOfRank) {
        Popularity popularity = new Popularity(documentOfRank, model.zipfAlpha(), random(Stream.POPULARITY));
        int[] asked = IntStream.generate(popularity::draw).limit(requests).toArray();
        new Coverage(sizes, asked).complete((int) (requests * model.coverageShare()), random(Stream.COVERAGE));
        return asked;
    }

    /** Writes the table in shuffled order; answers with the index in it of each file. */
    private static int[] writeDocuments(TraceWriter writer, List<Long> sizes, List<SizeClass> classes, int[] order)
            throws IOException {
        int[] index = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            int file = order[i];
            String path = String.format(
                    Locale.ROOT,
                    "/%04d/%06d%s",
                    i / FILES_PER_DIRECTORY,
                    i,
                    classes.get(file).extension());
            index[file] = writer.document(new Document(path, sizes.get(file)));
        }
        return index;
    }

    private void writeSequences(TraceWriter writer, int[] asked, int[] index) throws IOException {
        UniformRandomProvider random = random(Stream.SEQUENCES);
        RequestSequence sequence = new RequestSequence();
        int next = 0;
        while (next < asked.length) {
            int end = (int) Math.min((long) next + sequenceLength(random), asked.length);
            sequence.clear(0);
            for (; next < end; next++) {
                sequence.add(RequestKind.GET, index[asked[next]], 0);
            }
            writer.sequence(sequence);
        }
    }

    private int sequenceLength(UniformRandomProvider random) {
        if (random.nextDouble() < model.singleRequestShare()) {
            return 1;
        }
        return model.sequenceMin() + random.nextInt(model.sequenceMax() - model.sequenceMin() + 1);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("made by", "synth");
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

    private UniformRandomProvider random(Stream stream) {
        return RandomSource.XO_SHI_RO_256_PP.create(seed + stream.number * STREAM_DISTANCE);
    }
}
