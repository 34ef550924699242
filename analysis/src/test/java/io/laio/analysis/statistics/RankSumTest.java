package io.laio.analysis.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RankSumTest {
    /** Every way to colour {@code first + second} ranks, counted one by one. */
    private static List<Integer> allU(int first, int second) {
        List<Integer> found = new ArrayList<>();
        for (int mask = 0; mask < 1 << (first + second); mask++) {
            if (Integer.bitCount(mask) == first) {
                found.add(u(mask, first + second));
            }
        }
        return found;
    }

    private static int u(int mask, int ranks) {
        int below = 0;
        int u = 0;
        for (int rank = 0; rank < ranks; rank++) {
            if ((mask >> rank & 1) == 1) {
                u += below;
            } else {
                below++;
            }
        }
        return u;
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,3", "6,6", "3,7", "7,3", "8,6"})
    void distributionIsThatOfAllArrangements(int first, int second) {
        List<Integer> all = allU(first, second);
        RankSum distribution = new RankSum(first, second);
        for (int u = 0; u <= first * second; u++) {
            int nearer = Math.min(u, first * second - u);
            long asFar = all.stream().filter(other -> other <= nearer).count();
            assertEquals(Math.min(1, 2.0 * asFar / all.size()), distribution.twoSided(u), 1e-12, "U = " + u);
        }
    }

    /** Critical values of U for a two-sided test at 5 %, as printed in every table of the test: reject at or below. */
    @ParameterizedTest
    @CsvSource({"4,4,0", "5,5,2", "6,6,5", "7,7,8", "8,8,13", "10,10,23", "6,10,11", "20,20,127"})
    void criticalValuesAreThePrintedOnes(int first, int second, int critical) {
        assertEquals(critical + 1, new RankSum(first, second).rejecting(0.05));
    }

    @Test
    void threeAgainstThreeCannotReject() {
        assertEquals(0, new RankSum(3, 3).rejecting(0.05));
    }
}
