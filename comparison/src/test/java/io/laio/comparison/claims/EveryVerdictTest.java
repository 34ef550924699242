package io.laio.comparison.claims;

import static io.laio.comparison.results.CacheState.COLD;
import static io.laio.comparison.results.CacheState.WARM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.ClaimResult;
import io.laio.comparison.results.Verdict;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each committed claim gets each verdict from results that deserve it. */
final class EveryVerdictTest {
    private static final String LAIO = "flash-laio-laio";
    private static final String THTTPD_LAIO = "thttpd-laio-laio";

    /** A claim, and worlds in which it holds, does not, and nobody can say. */
    record Worlds(String id, Consumer<Study> agreeing, Consumer<Study> contrary, Consumer<Study> borderline) {
        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Worlds> claims() {
        return Stream.of(
                new Worlds("C1", shares(0.8), shares(0.6), shares(0.86)),
                new Worlds("C2", berkeley(2), berkeley(0.5), berkeley(1)),
                new Worlds("C3", rice(WARM, 0.7), rice(WARM, 1.4), rice(WARM, 1)),
                new Worlds("C4", rice(COLD, 2), rice(COLD, 0.7), rice(COLD, 1)),
                new Worlds("C5", disksOnly(1), disksOnly(1.5), disksOnly(1.1)),
                new Worlds("C6", helpers(2, 1), helpers(2, 2), helpers(1, 1)),
                new Worlds(
                        "C7",
                        study -> study.pipe(1.4, 4.5, 1.08),
                        study -> study.pipe(1.4, 4.5, 0.05),
                        study -> study.pipe(1.54, 4.5, 1.08)),
                new Worlds(
                        "C8",
                        study -> study.code(9000, 1000, 8000, 300, 0),
                        study -> study.code(9000, 1000, 8000, 300, 5),
                        study -> study.code(8000, 1000, 8000, 300, 0)),
                new Worlds("C9", peaks(1.5), peaks(0.9), peaks(1.24 / 1.10)),
                new Worlds("C10", opens(0.10), opens(0.0005), opens(0.01)),
                new Worlds("C11", eager(2, 1), eager(0.6, 1), eager(1, 1)));
    }

    private static Consumer<Study> shares(double share) {
        return study -> Stream.of(THTTPD_LAIO, LAIO)
                .forEach(server -> Stream.of("rice", "berkeley")
                        .forEach(workload ->
                                Stream.of(COLD, WARM).forEach(cache -> study.atOnce(server, workload, cache, share))));
    }

    private static Consumer<Study> berkeley(double ratio) {
        return pairs("berkeley", COLD, ratio).andThen(pairs("berkeley", WARM, ratio));
    }

    private static Consumer<Study> rice(CacheState cache, double ratio) {
        return pairs("rice", cache, ratio);
    }

    private static Consumer<Study> pairs(String workload, CacheState cache, double ratio) {
        return study -> study.advantage(THTTPD_LAIO, "thttpd-nb-b", workload, cache, ratio)
                .advantage(LAIO, "flash-nb-b", workload, cache, ratio);
    }

    private static Consumer<Study> disksOnly(double ratio) {
        return study -> Stream.of("rice", "berkeley")
                .forEach(workload -> Stream.of(COLD, WARM)
                        .forEach(cache -> study.advantage("flash-nb-laio", LAIO, workload, cache, ratio)));
    }

    private static Consumer<Study> helpers(double berkeley, double rice) {
        return study -> study.advantage(LAIO, "flash-nb-amped", "berkeley", COLD, berkeley)
                .advantage(LAIO, "flash-nb-amped", "berkeley", WARM, berkeley)
                .advantage(LAIO, "flash-nb-amped", "rice", WARM, rice);
    }

    private static Consumer<Study> peaks(double berkeleyWarm) {
        return study -> {
            peaks(study, "berkeley", COLD, 0.9);
            peaks(study, "berkeley", WARM, berkeleyWarm);
            peaks(study, "rice", COLD, 0.9);
        };
    }

    private static void peaks(Study study, String workload, CacheState cache, double lead) {
        study.advantage(LAIO, "flash-nb-amped", workload, cache, lead)
                .server("flash-nb-b", workload, cache, 30, 30)
                .server("flash-nb-amted", workload, cache, 40, 30)
                .server("flash-nb-aio", workload, cache, 50, 30);
    }

    private static Consumer<Study> opens(double share) {
        return study -> study.asleep("flash-nb-aio", "berkeley", COLD, share)
                .asleep("flash-nb-aio", "rice", COLD, share)
                .asleep(LAIO, "berkeley", COLD, 0.0001)
                .asleep(LAIO, "rice", COLD, 0.0001);
    }

    private static Consumer<Study> eager(double inMemory, double onDisk) {
        String eager = LAIO + "@lazy=off";
        return study -> study.advantage(LAIO, eager, "rice", WARM, inMemory)
                .advantage(LAIO, eager, "berkeley", COLD, onDisk)
                .advantage(LAIO, eager, "berkeley", WARM, onDisk);
    }

    private static ClaimResult judged(Worlds worlds, Consumer<Study> world, int repeats, double noise)
            throws ClaimsException {
        Study study = new Study(repeats, noise, 20041);
        world.accept(study);
        return Committed.judged(worlds.id(), study);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void reproduced(Worlds worlds) throws ClaimsException {
        ClaimResult claim = judged(worlds, worlds.agreeing(), 6, 0.01);
        assertEquals(Verdict.REPRODUCED, claim.verdict(), claim::explanation);
        assertFalse(claim.provisional());
        assertNull(claim.repeatsToDecide());
        assertTrue(claim.explanation().contains("and should be"), claim::explanation);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void contradicted(Worlds worlds) throws ClaimsException {
        ClaimResult claim = judged(worlds, worlds.contrary(), 6, 0.01);
        assertEquals(Verdict.CONTRADICTED, claim.verdict(), claim::explanation);
        assertFalse(claim.provisional());
        assertNotNull(claim.measured());
        assertTrue(claim.explanation().contains("but should be"), claim::explanation);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void inconclusive(Worlds worlds) throws ClaimsException {
        ClaimResult claim = judged(worlds, worlds.borderline(), 6, 0.05);
        assertEquals(Verdict.INCONCLUSIVE, claim.verdict(), claim::explanation);
        assertTrue(claim.explanation().contains("repeats would") || worlds.id().equals("C8"), claim::explanation);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void fewRepeatsAreProvisionalButACountIsNot(Worlds worlds) throws ClaimsException {
        for (int repeats : new int[] {1, 5}) {
            ClaimResult claim = judged(worlds, worlds.agreeing(), repeats, 0.005);
            assertEquals(Verdict.REPRODUCED, claim.verdict(), claim::explanation);
            assertEquals(!worlds.id().equals("C8"), claim.provisional(), claim::explanation);
            assertNull(claim.interval());
            ClaimResult contrary = judged(worlds, worlds.contrary(), repeats, 0.005);
            assertEquals(Verdict.CONTRADICTED, contrary.verdict(), contrary::explanation);
        }
    }

    @ParameterizedTest
    @MethodSource("claims")
    void notRun(Worlds worlds) throws ClaimsException {
        Study study = new Study(6, 0.01, 1).server("mt-pool", "rice", WARM, 1, 1);
        ClaimResult claim = Committed.judged(worlds.id(), study);
        assertEquals(Verdict.NOT_RUN, claim.verdict());
        assertNull(claim.measured());
        assertTrue(claim.explanation().contains("bin/laio "), claim::explanation);
        assertTrue(claim.parts().stream().allMatch(part -> part.repeats() == 0 && part.measured() == null));
    }
}
