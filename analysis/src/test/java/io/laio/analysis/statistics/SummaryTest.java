package io.laio.analysis.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SummaryTest {
    private final Draws draws = new Draws(20_041);

    @Test
    void fiveRepeatsGiveARange() {
        Summary summary = Summary.of(Sample.of(3, 1, 2, 5, 9));
        assertEquals(new Summary(5, 3, new Interval(1, 9), true), summary);
    }

    @Test
    void sixRepeatsGiveAnIntervalWithinTheRange() {
        Summary summary = Summary.of(Sample.of(3, 1, 2, 5, 9, 4));
        assertFalse(summary.provisional());
        assertEquals(3.5, summary.median());
        assertTrue(summary.interval().low() >= 1 && summary.interval().high() <= 9);
        assertTrue(summary.interval().low() < 3.5 && summary.interval().high() > 3.5);
    }

    @Test
    void theSameRunsGiveTheSameInterval() {
        Sample sample = draws.lognormal(9, 100, 0.3);
        assertEquals(Summary.of(sample), Summary.of(sample));
    }

    @Test
    void aConstantHasAnIntervalOfNoWidth() {
        assertEquals(new Interval(7, 7), Summary.of(Sample.of(7, 7, 7, 7, 7, 7)).interval());
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 10, 20})
    void intervalsHoldTheTrueMedianAboutAsOftenAsTheySay(int size) {
        double lognormal = draws.share(
                400,
                () -> Summary.of(draws.lognormal(size, 100, 0.5)).interval().contains(100));
        double exponential = draws.share(
                400, () -> Summary.of(draws.exponential(size, 100)).interval().contains(100));
        System.out.println(size + " repeats: coverage " + lognormal + " lognormal, " + exponential + " exponential");
        assertTrue(lognormal > 0.88 && lognormal < 0.995, () -> "lognormal " + lognormal);
        assertTrue(exponential > 0.88 && exponential < 0.995, () -> "exponential " + exponential);
    }

    @Test
    void moreRepeatsNarrowTheInterval() {
        double wide = Summary.of(draws.lognormal(8, 100, 0.3)).interval().high();
        Interval narrow = Summary.of(draws.lognormal(400, 100, 0.3)).interval();
        assertTrue(narrow.high() - narrow.low() < 0.15 * 100, narrow::toString);
        assertTrue(narrow.high() < wide, () -> wide + " against " + narrow);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Sample.of(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Sample.of());
    }
}
