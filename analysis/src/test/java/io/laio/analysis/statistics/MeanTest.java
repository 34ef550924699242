package io.laio.analysis.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeanTest {
    /** Values of the table in Fisher &amp; Yates, Statistical Tables, 1963. */
    @ParameterizedTest
    @CsvSource({
        "0.05, 1, 12.706",
        "0.05, 2, 4.303",
        "0.05, 5, 2.571",
        "0.01, 5, 4.032",
        "0.05, 10, 2.228",
        "0.001, 30, 3.646"
    })
    void quantilesAreThoseOfTheTable(double chance, int freedom, double t) {
        assertEquals(t, StudentT.exceededBy(chance, freedom), 0.0005);
    }

    @Test
    void intervalIsThatOfTheTextbook() {
        Sample sample = Sample.of(1, 2, 3, 4, 5, 6);
        assertEquals(3.5, Mean.of(sample));
        double half = 2.5706 * Math.sqrt(3.5 / 6);
        assertEquals(3.5 - half, Mean.interval(sample, 1).low(), 0.0005);
        assertEquals(3.5 + half, Mean.interval(sample, 1).high(), 0.0005);
    }

    @Test
    void intervalHoldsTheMeanAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(6);
        long held = IntStream.range(0, 4000)
                .filter(_ -> Mean.interval(drawn(random, 6), 1).contains(0.8))
                .count();
        assertTrue(held > 0.94 * 4000 && held < 0.96 * 4000, () -> held + " of 4000");
    }

    @Test
    void moreComparisonsWiden() {
        Sample sample = drawn(new SplittableRandom(1), 6);
        assertTrue(Mean.interval(sample, 8).low() < Mean.interval(sample, 1).low());
        assertTrue(Mean.interval(sample, 8).high() > Mean.interval(sample, 1).high());
    }

    @Test
    void aSingleRepeatHasNoScatter() {
        assertEquals(0, Mean.deviation(Sample.of(3)));
    }

    @Test
    void whatIsNearerNeedsMoreRepeats() {
        assertEquals(OptionalInt.of(6), Mean.repeatsToTell(1, 0.1, 2, 1, 100));
        int far = Mean.repeatsToTell(0.1, 0.1, 2, 1, 100).orElseThrow();
        int near = Mean.repeatsToTell(0.05, 0.1, 2, 1, 100).orElseThrow();
        int shared = Mean.repeatsToTell(0.1, 0.1, 2, 8, 100).orElseThrow();
        assertTrue(far > 6 && near > far && shared > far, () -> far + ", " + near + ", " + shared);
        assertEquals(OptionalInt.empty(), Mean.repeatsToTell(0.001, 0.1, 2, 1, 100));
    }

    private static Sample drawn(SplittableRandom random, int size) {
        return Sample.of(IntStream.range(0, size)
                .mapToDouble(_ -> 0.8 + 0.02 * random.nextGaussian())
                .toArray());
    }
}
