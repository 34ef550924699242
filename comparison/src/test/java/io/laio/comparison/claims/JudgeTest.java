package io.laio.comparison.claims;

import static io.laio.comparison.results.CacheState.COLD;
import static io.laio.comparison.results.CacheState.COLD_DATA;
import static io.laio.comparison.results.CacheState.WARM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.ClaimPart.Outcome;
import io.laio.comparison.results.ClaimResult;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.results.SyntheticRun;
import io.laio.comparison.results.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JudgeTest {
    private static final String LAIO = "flash-laio-laio";
    private static final String NB_B = "flash-nb-b";

    private static Study study() {
        return new Study(6, 0.01, 7);
    }

    private static Study berkeley(double cold, double warm) {
        return study().advantage(LAIO, NB_B, "berkeley", COLD, cold).advantage(LAIO, NB_B, "berkeley", WARM, warm);
    }

    private static double measured(ClaimResult claim) {
        return Objects.requireNonNull(claim.measured());
    }

    @Test
    void onePairStandsForTheOtherAndThatIsSaid() throws ClaimsException {
        ClaimResult claim = Committed.judged("C2", berkeley(2, 3));
        assertEquals(Verdict.REPRODUCED, claim.verdict());
        assertTrue(claim.explanation().contains("(4 of 4 parts hold, the closest case)"), claim::explanation);
        assertTrue(claim.explanation().endsWith("not run: thttpd-laio-laio over thttpd-nb-b."), claim::explanation);
        assertEquals(2, measured(claim), 0.1);
    }

    @Test
    void aConditionThatNobodyRanLeavesItOpen() throws ClaimsException {
        Study cold = study().advantage(LAIO, NB_B, "berkeley", COLD, 2);
        ClaimResult claim = Committed.judged("C2", cold);
        assertEquals(Verdict.INCONCLUSIVE, claim.verdict());
        assertTrue(claim.explanation().contains("but that is not all of it"), claim::explanation);
        assertTrue(claim.explanation().contains("not known: berkeley was not played warm"), claim::explanation);
        assertNull(claim.repeatsToDecide());
    }

    @Test
    void aContraryPartContradictsWhateverElseIsMissing() throws ClaimsException {
        ClaimResult claim = Committed.judged("C2", study().advantage(LAIO, NB_B, "berkeley", COLD, 0.5));
        assertEquals(Verdict.CONTRADICTED, claim.verdict(), claim::explanation);
    }

    @Test
    void theContraryPartIsTheOneThatIsToldOf() throws ClaimsException {
        ClaimResult claim = Committed.judged("C2", berkeley(2, 0.5));
        assertEquals(Verdict.CONTRADICTED, claim.verdict());
        assertTrue(claim.explanation().contains("(2 of 4 parts are contrary, the clearest case)"), claim::explanation);
        assertTrue(claim.explanation().contains("berkeley, warm"), claim::explanation);
        assertEquals(
                2,
                claim.parts().stream()
                        .filter(part -> part.outcome() == Outcome.CONTRARY)
                        .count());
    }

    @Test
    void runsThatDoNotCountPlayNoPart() throws ClaimsException {
        Results good = berkeley(2, 2).build();
        Results bad = good.withRuns(Stream.concat(
                        good.runs().stream(),
                        Stream.of(SyntheticRun.of(LAIO, "berkeley", COLD, 8, 7)
                                .throughput(0.001)
                                .invalid("the generator was saturated")
                                .build(99)))
                .toList());
        assertEquals(Committed.judged("C2", good), Committed.judged("C2", bad));
    }

    @Test
    void coldDataWillDoWhereNamesDoNotMatterAndIsSaid() throws ClaimsException {
        Study cold = study().advantage(LAIO, NB_B, "rice", COLD, 2).cache(COLD_DATA);
        ClaimResult claim = Committed.judged("C4", cold);
        assertEquals(Verdict.REPRODUCED, claim.verdict());
        assertTrue(claim.explanation().contains("only data was cold"), claim::explanation);
    }

    @Test
    void whatNeedsColdNamesIsNotJudgedWithoutThem() throws ClaimsException {
        Study names = study().asleep("flash-nb-aio", "berkeley", COLD, 0.2)
                .asleep("flash-nb-aio", "rice", COLD, 0.2)
                .cache(COLD_DATA);
        ClaimResult claim = Committed.judged("C10", names);
        assertEquals(Verdict.NOT_RUN, claim.verdict());
        assertTrue(claim.explanation().startsWith("Only data was cold"), claim::explanation);
    }

    @Test
    void stallsAreThoseOfNamesAloneAndStandBesideLaios() throws ClaimsException {
        Study names = study().asleep("flash-nb-aio", "berkeley", COLD, 0.05)
                .asleep("flash-nb-aio", "rice", COLD, 0.08)
                .asleep(LAIO, "berkeley", COLD, 0.001)
                .asleep(LAIO, "rice", COLD, 0.001);
        ClaimResult claim = Committed.judged("C10", names);
        assertEquals(0.05, measured(claim), 0.002, "reads are left out");
        assertTrue(claim.explanation().contains("that of flash-laio-laio for 0.10 %"), claim::explanation);
    }

    @Test
    void aSweepOfMemoryIsJudgedAtTheStudysSizeAndSaysSo() throws ClaimsException {
        List<Results> sweep = Stream.of(SyntheticRun.BUDGET_BYTES, SyntheticRun.BUDGET_BYTES / 10)
                .map(bytes -> berkeley(bytes == SyntheticRun.BUDGET_BYTES ? 2 : 0.5, 2)
                        .budget(bytes)
                        .build())
                .toList();
        Results both = sweep.getFirst()
                .withRuns(sweep.stream()
                        .flatMap(results -> results.runs().stream())
                        .toList());
        ClaimResult claim = Committed.judged("C2", both);
        assertEquals(Verdict.REPRODUCED, claim.verdict(), claim::explanation);
        assertTrue(claim.explanation().contains("judged on berkeley, 134 MB of page cache"), claim::explanation);
    }

    @Test
    void anotherMemoryIsNotTheStudys() throws ClaimsException {
        ClaimResult claim = Committed.judged("C2", berkeley(2, 2).budget(SyntheticRun.BUDGET_BYTES * 3));
        assertEquals(Verdict.NOT_RUN, claim.verdict());
        assertTrue(claim.explanation().contains("403 MB, and not the study's, here 134 MB"), claim::explanation);
    }

    @Test
    void withoutALimitOnlyWhatFitsIsJudged(@TempDir Path directory) throws ClaimsException, IOException {
        Results unlimited = berkeley(2, 2).budget(null).build();
        ClaimResult large = Committed.judged("C2", Footprints.of(unlimited, 400_000_000, directory));
        assertEquals(Verdict.NOT_RUN, large.verdict());
        assertTrue(large.explanation().contains("that was not limited"), large::explanation);
        assertEquals(
                Verdict.REPRODUCED,
                Committed.judged("C2", Footprints.of(unlimited, 70_000_000, directory))
                        .verdict());
    }

    @Test
    void ofSomebodysOwnLogNothingIsSaidElevenTimes() throws ClaimsException {
        Results own = study().advantage(LAIO, NB_B, "site.trace", COLD, 2).build();
        List<ClaimResult> claims = Judge.judge(Committed.claims(), own);
        assertTrue(claims.stream().allMatch(claim -> claim.verdict() == Verdict.NOT_RUN));
        assertEquals(1, claims.stream().map(ClaimResult::explanation).distinct().count());
        assertFalse(new StudyRuns(own).ofTheStudy());
    }

    @Test
    void anEagerServerIsNotTheStudys() throws ClaimsException {
        Study eager = berkeley(2, 2).lazy("off");
        assertEquals(Verdict.NOT_RUN, Committed.judged("C2", eager).verdict());
    }

    @Test
    void operationsAreCountedWhereTheLoopTriesIfThatWasRun() throws ClaimsException {
        Study study = study();
        for (String workload : List.of("rice", "berkeley")) {
            study.atOnce(LAIO, workload, COLD, 0.3)
                    .atOnce(LAIO, workload, WARM, 0.3)
                    .atOnce(LAIO + "@lazy=direct", workload, COLD, 0.8)
                    .atOnce(LAIO + "@lazy=direct", workload, WARM, 0.8);
        }
        ClaimResult claim = Committed.judged("C1", study);
        assertEquals(Verdict.REPRODUCED, claim.verdict(), claim::explanation);
        assertTrue(claim.explanation().contains("flash-laio-laio@lazy=direct"), claim::explanation);
    }

    private static Study lead(Study study, String workload, CacheState cache, double ratio, String... others) {
        study.advantage(LAIO, "flash-nb-amped", workload, cache, ratio);
        Stream.of(others).forEach(server -> study.server(server, workload, cache, 50, 10));
        return study;
    }

    @Test
    void theNextBestIsNamed() throws ClaimsException {
        Study study = lead(study(), "berkeley", COLD, 1.5, NB_B, "flash-nb-amted", "flash-nb-aio");
        ClaimResult claim = Committed.judged("C9", study);
        assertEquals(Verdict.REPRODUCED, claim.verdict(), claim::explanation);
        assertTrue(
                claim.explanation().contains("that of flash-nb-amped, the next best, on berkeley, cold"),
                claim::explanation);
        assertNotNull(claim.interval());
    }

    @Test
    void aLeadOverSomeOfTheRivalsReproducesNothing() throws ClaimsException {
        ClaimResult claim = Committed.judged("C9", lead(study(), "berkeley", COLD, 1.5, NB_B));
        assertEquals(Verdict.INCONCLUSIVE, claim.verdict(), claim::explanation);
        assertTrue(
                claim.explanation()
                        .contains("that of the next best (flash-nb-amped of those that ran; not flash-nb-amted, "
                                + "flash-nb-aio), on berkeley, cold, which does not tell"),
                claim::explanation);
        assertTrue(
                claim.explanation().contains("a server without a run that counts may be better"), claim::explanation);
        assertNull(claim.repeatsToDecide(), "no number of repeats decides it");
        assertNull(claim.interval());
        assertTrue(claim.parts().getFirst().here().startsWith("at most 1.5"), claim::toString);
    }

    @Test
    void aRivalWithoutARunThatCountsIsMissingToo() throws ClaimsException {
        Results results =
                lead(study(), "berkeley", COLD, 1.5, NB_B, "flash-nb-amted").build();
        List<RunResult> withAio = Stream.concat(
                        results.runs().stream(),
                        Stream.of(SyntheticRun.of("flash-nb-aio", "berkeley", COLD, 8, 1)
                                .invalid("the generator was saturated")
                                .build(99)))
                .toList();
        ClaimResult claim = Committed.judged("C9", results.withRuns(withAio));
        assertEquals(Verdict.INCONCLUSIVE, claim.verdict(), claim::explanation);
        assertTrue(claim.explanation().contains("not flash-nb-aio)"), claim::explanation);
    }

    @Test
    void aLeadThatIsTooSmallOverSomeOfTheRivalsIsTooSmall() throws ClaimsException {
        Study study = lead(study(), "berkeley", COLD, 0.9);
        lead(study, "berkeley", WARM, 0.9, NB_B);
        lead(study, "rice", COLD, 0.9);
        ClaimResult claim = Committed.judged("C9", study);
        assertEquals(Verdict.CONTRADICTED, claim.verdict(), claim::explanation);
        assertTrue(claim.explanation().contains("is at most 0.9"), claim::explanation);
    }

    @Test
    void repeatsDecideALeadThatSeemsTooSmall() throws ClaimsException {
        Study study = new Study(6, 0.05, 7);
        lead(study, "berkeley", COLD, 1.10);
        ClaimResult claim = Committed.judged("C9", study);
        assertEquals(Verdict.INCONCLUSIVE, claim.verdict(), claim::explanation);
        assertTrue(claim.explanation().contains("repeats would"), claim::explanation);
    }

    @Test
    void onePairOnAFullPipeDoesNotStandForTheOther() throws ClaimsException {
        Results results = study().pipe(1.4, 4.5, 1.08)
                .server("mt-pool", "rice", WARM, 1, 1)
                .build();
        JsonNode pipe = Objects.requireNonNull(results.microbenchmark()).deepCopy();
        ((ObjectNode) pipe.path("sizes").path(1).path("full")).remove("posixAio");
        ClaimResult claim = Committed.judged("C7", results.withExtras(null, pipe));
        assertEquals(Verdict.INCONCLUSIVE, claim.verdict(), claim::explanation);
        assertTrue(
                claim.explanation().contains("not known: the microbenchmark did not measure posixAio"),
                claim::explanation);
        assertEquals("laio over plain, pipe full", claim.parts().getFirst().what());
    }

    @Test
    void externalMeasurementsThatLackSomethingAreNotRun() throws ClaimsException {
        ClaimResult code = Committed.judged("C8", study().code(9000, 0, 0, 0, 0));
        assertTrue(code.parts().getFirst().here().contains("no line of LAIO in serverTotal"), code::toString);
        Results results = study().server("mt-pool", "rice", WARM, 1, 1).build();
        JsonNode other = new ObjectMapper().createObjectNode().put("sizes", 7);
        ClaimResult pipe = Committed.judged("C7", results.withExtras(null, other));
        assertEquals(Verdict.NOT_RUN, pipe.verdict());
        assertTrue(pipe.explanation().startsWith("The microbenchmark did not measure plain"), pipe::explanation);
    }

    @Test
    void verdictsDependOnNothingButResults() throws ClaimsException {
        List<Claim> claims = Committed.claims();
        Results results = berkeley(2, 2).build();
        List<ClaimResult> first = Judge.judge(claims, results);
        assertEquals(
                first, Judge.judge(claims, results.withClaims(first)), "those that are there already play no part");
    }
}
