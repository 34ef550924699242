package io.laio.analysis.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DifferenceTest {
    private final Draws draws = new Draws(30_041);

    @ParameterizedTest
    @ValueSource(ints = {6, 9, 15})
    void equalDistributionsAreCalledDifferentAtMostFiveTimesInAHundred(int size) {
        double alarms = draws.share(
                4000,
                () -> Difference.between(draws.exponential(size, 50), draws.exponential(size, 50))
                        .found());
        System.out.println(size + " repeats: false alarms " + alarms);
        assertTrue(alarms < 0.06, () -> "false alarms " + alarms);
    }

    @ParameterizedTest
    @CsvSource({"6, 1.25", "10, 0.8", "8, 3.0"})
    void intervalHoldsTheTrueRatio(int size, double truth) {
        double held = draws.share(
                2000,
                () -> Difference.between(draws.lognormal(size, 100, 0.2), draws.lognormal(size, 100 * truth, 0.2))
                        .interval()
                        .contains(truth));
        assertTrue(held > 0.94 && held < 0.985, () -> "coverage " + held);
    }

    @Test
    void aRealDifferenceIsFound() {
        double found = draws.share(
                300,
                () -> Difference.between(draws.lognormal(6, 100, 0.05), draws.lognormal(6, 125, 0.05))
                                .outcome()
                        == Outcome.HIGHER);
        assertTrue(found > 0.97, () -> "power " + found);
    }

    @Test
    void verdictAndIntervalNeverContradictEachOther() {
        for (int i = 0; i < 2000; i++) {
            Difference difference = Difference.between(draws.lognormal(7, 100, 0.1), draws.lognormal(6, 108, 0.1));
            Double pValue = difference.pValue();
            assertNotNull(pValue);
            assertEquals(pValue <= Difference.LEVEL, difference.found(), difference::toString);
            assertEquals(difference.found(), !difference.interval().contains(1), difference::toString);
        }
    }

    @Test
    void swappingTheSidesInvertsTheRatio() {
        Sample a = Sample.of(10, 11, 12, 13, 14, 15);
        Sample b = Sample.of(20, 21, 22, 23, 24, 26);
        Difference there = Difference.between(a, b);
        Difference back = Difference.between(b, a);
        assertEquals(Outcome.HIGHER, there.outcome());
        assertEquals(Outcome.LOWER, back.outcome());
        assertEquals(1 / there.interval().high(), back.interval().low(), 1e-12);
        assertEquals(there.pValue(), back.pValue());
    }

    @Test
    void manyComparisonsNeedMoreEvidence() {
        Sample a = Sample.of(10, 11, 12, 13, 14, 15);
        Sample b = Sample.of(14.5, 13.5, 16, 17, 18, 19);
        assertTrue(Difference.between(a, b).found());
        assertFalse(Difference.between(a, b, 28).found());
    }

    @Test
    void sizesThatCannotRejectAtTheLevelClaimNothing() {
        Difference difference = Difference.between(Sample.of(1, 1, 1, 1, 1, 1), Sample.of(9, 9, 9, 9, 9, 9), 1000);
        assertEquals(Outcome.NO_SIGNIFICANT_DIFFERENCE, difference.outcome());
        assertTrue(difference.interval().contains(1), difference::toString);
    }

    @Test
    void identicalRunsDoNotDiffer() {
        Sample same = Sample.of(5, 5, 5, 5, 5, 5);
        assertEquals(
                Outcome.NO_SIGNIFICANT_DIFFERENCE,
                Difference.between(same, same).outcome());
    }

    @Test
    void fewRepeatsAreProvisionalAndUntested() {
        Difference difference = Difference.between(Sample.of(100, 103, 98), Sample.of(150, 149, 155));
        assertTrue(difference.provisional());
        assertNull(difference.pValue());
        assertEquals(Outcome.HIGHER, difference.outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "100, 109, NO_SIGNIFICANT_DIFFERENCE",
        "100, 111, HIGHER",
        "111, 100, LOWER",
        "109, 100, NO_SIGNIFICANT_DIFFERENCE"
    })
    void aSingleRunNeedsTenPerCent(double base, double other, Outcome expected) {
        assertEquals(
                expected, Difference.between(Sample.of(base), Sample.of(other)).outcome());
    }

    @Test
    void overlappingRangesAreNoProvisionalDifference() {
        Difference difference = Difference.between(Sample.of(100, 100, 160), Sample.of(150, 150, 155));
        assertEquals(Outcome.NO_SIGNIFICANT_DIFFERENCE, difference.outcome());
    }

    @Test
    void ratiosOfNothingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Difference.between(Sample.of(0), Sample.of(1)));
    }
}
