package io.laio.analysis.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FalseDiscoveriesTest {
    /** The fifteen p-values of the paper's section 3.3: four are rejected. */
    @Test
    void thePapersExample() {
        List<Double> paper = List.of(
                0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
                0.7590, 1.0);
        boolean[] expected = new boolean[15];
        IntStream.range(0, 4).forEach(i -> expected[i] = true);
        assertArrayEquals(expected, FalseDiscoveries.reported(paper, 0.05));
    }

    @Test
    void orderDoesNotMatter() {
        assertArrayEquals(
                new boolean[] {false, true, false, true},
                FalseDiscoveries.reported(List.of(0.9, 0.001, 0.5, 0.02), 0.05));
    }

    @Test
    void nothingGivesNothing() {
        assertArrayEquals(new boolean[0], FalseDiscoveries.reported(List.of(), 0.05));
    }

    @Test
    void withNoDifferenceAnyAlarmIsRare() {
        SplittableRandom random = new SplittableRandom(77);
        int alarms = 0;
        for (int round = 0; round < 2000; round++) {
            List<Double> uniform =
                    IntStream.range(0, 48).mapToObj(i -> random.nextDouble()).toList();
            for (boolean reported : FalseDiscoveries.reported(uniform, 0.05)) {
                if (reported) {
                    alarms++;
                    break;
                }
            }
        }
        int rounds = alarms;
        assertTrue(alarms < 130, () -> "seed 77: " + rounds + " of 2000 rounds raised an alarm");
    }
}
