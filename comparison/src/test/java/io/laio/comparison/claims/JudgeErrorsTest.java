package io.laio.comparison.claims;

import static io.laio.comparison.results.CacheState.COLD;
import static io.laio.comparison.results.CacheState.WARM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.analysis.statistics.Interval;
import io.laio.comparison.results.ClaimResult;
import io.laio.comparison.results.Verdict;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How often verdicts are wrong where the truth is known, and what more repeats do. */
final class JudgeErrorsTest {
    private static final int STUDIES = 150;

    private static Study berkeley(int repeats, double ratio, double noise, long seed) {
        return new Study(repeats, noise, seed)
                .advantage("flash-laio-laio", "flash-nb-b", "berkeley", COLD, ratio)
                .advantage("flash-laio-laio", "flash-nb-b", "berkeley", WARM, ratio);
    }

    private static long count(String id, Verdict verdict, LongFunction<Study> study) {
        return LongStream.range(0, STUDIES)
                .filter(seed -> judged(id, study.apply(seed)).verdict() == verdict)
                .count();
    }

    private static ClaimResult judged(String id, Study study) {
        try {
            return Committed.judged(id, study);
        } catch (ClaimsException e) {
            throw new AssertionError(e);
        }
    }

    /** At the bound every part is as likely to be above as below; the chance of either wrong verdict is 5 % at most. */
    @Test
    void atTheBoundHardlyAnyVerdictIsGiven() {
        long reproduced = count("C2", Verdict.REPRODUCED, seed -> berkeley(6, 1, 0.05, seed));
        long contradicted = count("C2", Verdict.CONTRADICTED, seed -> berkeley(6, 1, 0.05, seed));
        assertTrue(reproduced <= 0.05 * STUDIES, () -> reproduced + " reproduced");
        assertTrue(
                contradicted <= 0.08 * STUDIES, () -> contradicted + " contradicted"); // 5 % and what chance adds to it
    }

    @Test
    void clearTruthsAreFound() {
        assertEquals(STUDIES, count("C2", Verdict.REPRODUCED, seed -> berkeley(6, 1.5, 0.05, seed)));
        assertEquals(STUDIES, count("C2", Verdict.CONTRADICTED, seed -> berkeley(6, 0.7, 0.05, seed)));
    }

    @Test
    void moreRepeatsNarrowTheInterval() {
        double before = Double.POSITIVE_INFINITY;
        for (int repeats : new int[] {6, 12, 24, 48}) {
            double width = meanWidth(repeats);
            assertTrue(width < before, repeats + " repeats: " + width + " after " + before);
            before = width;
        }
    }

    private static double meanWidth(int repeats) {
        return LongStream.range(0, 20)
                .mapToDouble(seed -> {
                    Interval interval =
                            judged("C2", berkeley(repeats, 2, 0.05, seed)).interval();
                    assertNotNull(interval);
                    return interval.high() - interval.low();
                })
                .average()
                .orElseThrow();
    }

    /** An estimate from an estimate: enough if as many repeats as it says decide in most studies of the same world. */
    @Test
    void asManyRepeatsAsAreSaidToDecideMostlyDo() {
        Integer needed = LongStream.range(0, STUDIES)
                .mapToObj(seed -> judged("C2", berkeley(6, 1.03, 0.03, seed)))
                .filter(claim -> claim.verdict() == Verdict.INCONCLUSIVE && claim.repeatsToDecide() != null)
                .map(ClaimResult::repeatsToDecide)
                .sorted()
                .skip(STUDIES / 3)
                .findFirst()
                .orElseThrow();
        assertNotNull(needed);
        assertTrue(needed > 6 && needed < 100, () -> "needed: " + needed);
        long decided = count("C2", Verdict.REPRODUCED, seed -> berkeley(needed, 1.03, 0.03, seed));
        assertTrue(decided > STUDIES / 2, () -> decided + " of " + STUDIES + " with " + needed + " repeats");
    }

    @Test
    void oneRunDoesNotTellHowManyWouldDo() {
        ClaimResult claim = judged("C2", berkeley(1, 1.05, 0.001, 1));
        assertEquals(Verdict.INCONCLUSIVE, claim.verdict());
        assertTrue(claim.provisional());
        assertTrue(claim.explanation().contains("one run does not tell how much runs scatter, 6"), claim::explanation);
    }
}
