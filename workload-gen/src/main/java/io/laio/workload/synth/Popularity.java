package io.laio.workload.synth;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.GuideTableDiscreteSampler;

/** Which document a request is for: the document of each rank with a probability proportional to its weight. */
final class Popularity {
    private final int[] documentOfRank;
    private final DiscreteSampler ranks;

    Popularity(int[] documentOfRank, double[] weights, UniformRandomProvider random) {
        this.documentOfRank = documentOfRank;
        // Only sums and comparisons of these weights: exact by IEEE 754, hence the same everywhere.
        this.ranks = GuideTableDiscreteSampler.of(random, weights);
    }

    /** A Zipf-like law (Breslau et al. 1999): rank r has the weight {@code r^-alpha}. */
    static double[] zipf(int ranks, double alpha) {
        double[] weights = new double[ranks];
        for (int i = 0; i < ranks; i++) {
            weights[i] = StrictMath.pow(i + 1, -alpha);
        }
        return weights;
    }

    int draw() {
        return documentOfRank[ranks.sample()];
    }

    /**
     * Gives documents ranks: at random within a class, evenly between the classes.
     *
     * <p>Popularity is independent of size. With ranks wholly at random, the bytes of a request would hang on whether one of
     * the few large files became popular; taking the classes in turn, each as often as it has files, keeps the
     * independence and takes that chance out.
     *
     * @param classes the documents of each class, in random order
     * @return the document of each rank, the most popular first
     */
    static int[] rank(List<int[]> classes) {
        int files = classes.stream().mapToInt(members -> members.length).sum();
        int[] documentOfRank = new int[files];
        int[] taken = new int[classes.size()];
        for (int rank = 0; rank < files; rank++) {
            int next = furthestBehind(classes, taken, rank + 1, files);
            documentOfRank[rank] = classes.get(next)[taken[next]++];
        }
        return documentOfRank;
    }

    /** The class that has the fewest of the first ranks in comparison with what is its due. */
    private static int furthestBehind(List<int[]> classes, int[] taken, long ranks, long files) {
        int furthest = -1;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < taken.length; i++) {
            int members = classes.get(i).length;
            long behind = members * ranks - taken[i] * files;
            if (taken[i] < members && behind > most) {
                most = behind;
                furthest = i;
            }
        }
        return furthest;
    }
}
