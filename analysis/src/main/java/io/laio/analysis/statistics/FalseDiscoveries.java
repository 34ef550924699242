package io.laio.analysis.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of many tests to believe: Benjamini and Hochberg's step-up procedure (Journal of the Royal Statistical Society B 57,
 * 1995). If nothing differs at all, the chance of a single false alarm stays below the level; with differences, the expected
 * share of false ones among those reported does. A continuous integration that looks at fifty numbers needs the first;
 * Bonferroni would give it too, but with six repeats could hardly ever raise an alarm.
 */
public final class FalseDiscoveries {
    private FalseDiscoveries() {}

    /**
     * Which differences to report.
     *
     * @param pValues one a test
     * @param level chance of a single false alarm if nothing differs
     * @return for each p-value whether its difference is reported
     */
    public static boolean[] reported(List<Double> pValues, double level) {
        int[] byP = IntStream.range(0, pValues.size())
                .boxed()
                .sorted(Comparator.comparing(pValues::get))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] reported = new boolean[byP.length];
        int last = byP.length;
        while (last > 0 && pValues.get(byP[last - 1]) > level * last / byP.length) {
            last--;
        }
        Arrays.stream(byP, 0, last).forEach(index -> reported[index] = true);
        return reported;
    }
}
