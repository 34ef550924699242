package io.laio.workload.describe;

import io.laio.workload.trace.Document;
import java.util.List;

/**
 * Which part of the requests is for documents of each of SPECweb99's classes: below 1 KB, below 10 KB, below 100 KB, and
 * longer.
 *
 * @param shares a number from 0 to 1 for each class
 */
public record FileClassShares(List<Double> shares) {
    /** How many classes there are. */
    public static final int CLASSES = 4;

    private static final long[] BELOW = {1_024, 10_240, 102_400};

    /** Keeps the list unchangeable. */
    public FileClassShares {
        shares = List.copyOf(shares);
    }

    /**
     * The part of one class.
     *
     * @param fileClass from 0
     * @return its part of the requests, 0 to 1
     */
    public double share(int fileClass) {
        return shares.get(fileClass);
    }

    static FileClassShares of(List<Document> documents, long[] counts) {
        double[] requests = new double[CLASSES];
        double all = 0;
        for (int i = 0; i < counts.length; i++) {
            requests[classOf(documents.get(i).sizeBytes())] += counts[i];
            all += counts[i];
        }
        double divisor = Math.max(1, all);
        return new FileClassShares(
                List.of(requests[0] / divisor, requests[1] / divisor, requests[2] / divisor, requests[3] / divisor));
    }

    private static int classOf(long bytes) {
        int fileClass = 0;
        while (fileClass < BELOW.length && bytes >= BELOW[fileClass]) {
            fileClass++;
        }
        return fileClass;
    }

    static String bounds(int fileClass) {
        return switch (fileClass) {
            case 0 -> " (< 1 KB)";
            case 1 -> " (< 10 KB)";
            case 2 -> " (< 100 KB)";
            default -> "";
        };
    }
}
