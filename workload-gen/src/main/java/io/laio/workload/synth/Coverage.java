package io.laio.workload.synth;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Sees to it that a trace touches its footprint: documents that chance left out take the place of repeated requests.
 *
 * <p>A footprint is the sum of the distinct files that are requested, so a document that is never requested would not
 * count. Repeated requests at random places are changed, the largest missing documents first, until every document is
 * requested or the allowed number of requests has been changed. With enough requests that is a small part of them (Rice:
 * 1 %); with few it is what makes a short trace have the footprint asked for.
 */
final class Coverage {
    private final List<Long> sizes;
    private final int[] requests;
    private final int[] counts;

    Coverage(List<Long> sizes, int[] requests) {
        this.sizes = sizes;
        this.requests = requests;
        this.counts = new int[sizes.size()];
        for (int document : requests) {
            counts[document]++;
        }
    }

    /** Changes requests, at most so many; answers with how many. */
    int complete(int maxChanges, UniformRandomProvider random) {
        int[] missing = missing();
        int[] places = IntStream.range(0, requests.length).toArray();
        int changes = 0;
        // A shuffle that stops as soon as it has given enough places.
        for (int i = 0; i < places.length && changes < Math.min(maxChanges, missing.length); i++) {
            int other = i + random.nextInt(places.length - i);
            int place = places[other];
            places[other] = places[i];
            if (counts[requests[place]] > 1) {
                counts[requests[place]]--;
                requests[place] = missing[changes++];
            }
        }
        return changes;
    }

    /** The documents that nobody asks for, the largest first. */
    private int[] missing() {
        return IntStream.range(0, counts.length)
                .filter(document -> counts[document] == 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer document) -> -sizes.get(document))
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
