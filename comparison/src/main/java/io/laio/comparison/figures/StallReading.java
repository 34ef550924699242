package io.laio.comparison.figures;

import io.laio.analysis.figures.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Who stood still for long, and who never.
 *
 * @param heading of the condition; empty if there is only one
 * @param sums by contestant, one at least
 */
record StallReading(String heading, Map<String, StallSums> sums) {
    private static final long LONG_MICROS = 10_000;

    String sentence() {
        String start = heading.isEmpty() ? "" : heading + ": ";
        List<String> never = sums.entrySet().stream()
                .filter(of -> count(of.getValue()) == 0)
                .map(Map.Entry::getKey)
                .toList();
        if (never.size() == sums.size()) {
            return start + "no loop stood still for over 10 ms.";
        }
        Map.Entry<String, StallSums> most = sums.entrySet().stream()
                .max(Comparator.comparingDouble(of -> count(of.getValue())))
                .orElseThrow();
        String none = never.isEmpty() ? "" : "; never: " + String.join(", ", never);
        return start + "for over 10 ms most often " + most.getKey() + ", "
                + Numbers.measured(count(most.getValue())) + " times in 1000 requests, at the longest "
                + StallFigures.longest(most.getValue().longest()) + none + ".";
    }

    private static double count(StallSums of) {
        return of.perThousandRequests(LONG_MICROS, Long.MAX_VALUE);
    }
}
