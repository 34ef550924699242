package io.laio.workload.synth;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** The documents of a synthetic trace: how long they are, where they lie, and how likely each is to be asked for. */
interface DocumentSet {
    /** The size of each, in bytes. */
    List<Long> sizes();

    /** The documents in the order in which the popularity's table lists them. */
    int[] ranking();

    /** How likely the document of each rank is, in proportion. */
    double[] weights();

    /** The documents in the order in which they lie on the disk. */
    int[] order(UniformRandomProvider random);

    /** A document's path, given its place in that order. */
    String path(int document, int place);

    /** The documents of a model. */
    static DocumentSet of(WorkloadModel model, double scale, RandomStreams random) {
        return switch (model.kind()) {
            case SIZE_CLASSES -> new SizeClassDocuments(model, scale, random);
            case FILE_CLASSES -> new FileClassDocuments(model, scale);
        };
    }

    /** All documents, in random order. */
    static int[] shuffled(int count, UniformRandomProvider random) {
        int[] order = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }
}
