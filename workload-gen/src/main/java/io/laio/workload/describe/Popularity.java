package io.laio.workload.describe;

import io.laio.workload.trace.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How requests are distributed over documents: the popularity curve and the working-set curve.
 *
 * @param zipfAlpha exponent of the Zipf-like law with the greatest likelihood, ranks as observed
 * @param ranked requested documents, the most requested first; of equally requested ones the first in the table
 */
public record Popularity(double zipfAlpha, List<Ranked> ranked) {
    private static final int POINTS_PER_DECADE = 20;

    /** Keeps the list unchangeable. */
    public Popularity {
        ranked = List.copyOf(ranked);
    }

    /**
     * A requested document, with all that are requested more often.
     *
     * @param requests how often it is requested
     * @param requestsUpTo how often it and those before it are requested
     * @param bytesUpTo how long it and those before it are
     */
    public record Ranked(long requests, long requestsUpTo, long bytesUpTo) {}

    static Popularity of(List<Document> documents, long[] counts) {
        List<Integer> order = IntStream.range(0, counts.length)
                .filter(document -> counts[document] > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer document) -> -counts[document])
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Ranked> ranked = new ArrayList<>(order.size());
        long requests = 0;
        long bytes = 0;
        for (int document : order) {
            requests += counts[document];
            bytes += documents.get(document).sizeBytes();
            ranked.add(new Ranked(counts[document], requests, bytes));
        }
        long[] descending = ranked.stream().mapToLong(Ranked::requests).toArray();
        return new Popularity(ZipfFit.alpha(descending), ranked);
    }

    /**
     * Which part of the requests the most requested documents have.
     *
     * @param documents how many documents
     * @return their share of the requests, 0 to 1; 0 if nothing is requested
     */
    public double shareOfTop(long documents) {
        if (ranked.isEmpty() || documents < 1) {
            return 0;
        }
        int last = (int) Math.min(documents, ranked.size()) - 1;
        return (double) ranked.get(last).requestsUpTo() / ranked.getLast().requestsUpTo();
    }

    /**
     * The working set of a part of the requests: how few bytes carry so many.
     *
     * @param share part of the requests, above 0 and at most 1
     * @return sum of the sizes of the most requested documents that together have so large a part; 0 if nothing is requested
     */
    public long bytesFor(double share) {
        if (ranked.isEmpty()) {
            return 0;
        }
        double wanted = share * ranked.getLast().requestsUpTo();
        int low = 0;
        int high = ranked.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranked.get(middle).requestsUpTo() >= wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return ranked.get(low).bytesUpTo();
    }

    /**
     * Ranks to draw a curve by: all small ones, and some 20 in each power of ten.
     *
     * @return ranks from 1, rising, the last one that of the least requested document
     */
    public List<Integer> ranksToDraw() {
        List<Integer> ranks = new ArrayList<>();
        for (int i = 0; ; i++) {
            int rank = (int) Math.round(Math.pow(10, (double) i / POINTS_PER_DECADE));
            if (rank >= ranked.size()) {
                break;
            }
            if (ranks.isEmpty() || rank > ranks.getLast()) {
                ranks.add(rank);
            }
        }
        if (!ranked.isEmpty()) {
            ranks.add(ranked.size());
        }
        return ranks;
    }
}
