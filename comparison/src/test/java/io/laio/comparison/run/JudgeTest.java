package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.cgroup.BudgetUse;
import io.laio.comparison.environment.Noise;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.Validity;
import io.laio.workload.replay.FailureClass;
import io.laio.workload.replay.StopReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final long MEBIBYTE = 1 << 20;
    private static final Noise QUIET = new Noise(0, 0);

    @ParameterizedTest
    @CsvSource({
        // state, resident, footprint MiB, page cache MiB, counts?
        "COLD, 0.0, 70, 72, true",
        "COLD, 0.009, 70, 72, true",
        "COLD, 0.01, 70, 72, false",
        "COLD_DATA, 0.5, 70, 72, false",
        "WARM, 0.995, 70, 72, true",
        "WARM, 0.98, 70, 72, false",
        "WARM, 0.32, 400, 128, true",
        "WARM, 0.25, 400, 128, true",
        "WARM, 0.21, 400, 128, false",
        "WARM, 0.43, 400, 128, false",
        "COLD, 0.0, 400, 110, false",
        "COLD, 0.0, 400, 116, true",
        "COLD, 0.0, 400, 142, false",
        "COLD, 0.0, 70, 60, false"
    })
    void cacheStateAndBudgetAreHeldToTheirBars(
            CacheState state, double resident, long footprint, long pageCache, boolean counts) {
        Validity validity = Judge.judge(facts(state, resident, footprint, Optional.of(budget(pageCache, 0))));
        assertEquals(counts, validity.valid(), validity::toString);
    }

    @ParameterizedTest
    @CsvSource({
        // state, page cache at the start and at its largest, read from the disk: MiB; counts?
        "COLD, 5, 45, 40, true", // a slow disk has not read more
        "COLD_DATA, 5, 45, 40, true",
        "COLD, 5, 41, 40, true", // about as much: 36
        "COLD, 5, 40, 40, false", // 35: something else takes from the cache
        "COLD, 5, 65, 110, false", // read again and again: the cache is smaller than the budget
        "COLD, 5, 5, 40, false", // nothing of it stays, as if read around the cache
        "COLD, 0, 0, 0, false", // nothing is read, so from where were the answers?
        "COLD, 5, 120, 900, true", // the budget was reached, and a lot read again
        "COLD, 5, 142, 137, false", // over the budget, whatever was read
        "WARM, 20, 60, 40, false" // warm, it was to be full before
    })
    void aSlowDiskNeedNotFillTheBudgetButMustFillItWithAllThatItRead(
            CacheState state, long start, long largest, long read, boolean counts) {
        Optional<BudgetUse> budget = Optional.of(budget(start, largest, 0));
        Validity validity = Judge.judge(facts(state, state == CacheState.WARM ? 0.32 : 0, 400, budget, read));
        assertEquals(counts, validity.valid(), validity::toString);
        assertEquals(!counts, validity.invalidReasons().toString().contains("were read from the disk"));
    }

    @Test
    void withoutABudgetAWarmRunIsWhollyInMemory() {
        assertTrue(Judge.judge(facts(CacheState.WARM, 0.999, 400, Optional.empty()))
                .valid());
        assertEquals(
                1,
                Judge.judge(facts(CacheState.WARM, 0.5, 400, Optional.empty()))
                        .invalidReasons()
                        .size());
    }

    @Test
    void aBusyKernelIsNoted() {
        Validity validity = Judge.judge(facts(CacheState.COLD, 0, 70, Optional.of(budget(72, 3))));
        assertTrue(validity.notes().getFirst().contains("3 times"), validity::toString);
    }

    @Test
    void failuresAreCountedAndShown() {
        RunFacts facts = replayed(Map.of(FailureClass.RESET, "GET /a: reset"), 2, StopReason.TRACE_END, 1_000, false);
        assertEquals(
                List.of("2 requests failed: GET /a: reset"), Judge.judge(facts).invalidReasons());
    }

    @Test
    void aSaturatedGeneratorMeasuresItself() {
        Validity validity = Judge.judge(replayed(Map.of(), 0, StopReason.TRACE_END, 1_000, true));
        assertTrue(validity.invalidReasons().getFirst().contains("saturated"), validity::toString);
    }

    @Test
    void endingByTheClockIsNotedAndAnyOtherEarlyEndCounts() {
        Validity clock = Judge.judge(replayed(Map.of(), 0, StopReason.TIME_LIMIT, 700, false));
        assertTrue(clock.valid());
        assertEquals(List.of("ended by the clock with 700 of 1000 requests"), clock.notes());
        assertEquals(
                1,
                Judge.judge(replayed(Map.of(), 0, StopReason.INTERRUPTED, 700, false))
                        .invalidReasons()
                        .size());
    }

    @Test
    void noiseAndWhatTheMachineLacksAreNotes() {
        RunFacts facts = facts(
                CacheState.COLD,
                0,
                70,
                Optional.empty(),
                OptionalLong.empty(),
                new Noise(0.5, 0.5),
                List.of("one processor"));
        assertEquals(3, Judge.judge(facts).notes().size());
    }

    @ParameterizedTest
    @CsvSource({
        // waited, late; notes, reasons
        "100000, 0, 0, 0",
        "100000, 1000, 0, 0", // 1 %
        "100000, 1001, 1, 0",
        "100000, 5000, 1, 0", // 5 %
        "100000, 5001, 0, 1",
        "0, 0, 0, 0"
    })
    void anEmulatedDiskIsToBeAsFastAsItsModel(long waited, long late, int notes, int reasons) {
        Validity validity =
                Judge.judge(onDisk(new Lateness(10, 10, late, waited, 100_000))); // all a little, or one for long
        assertEquals(notes, validity.notes().size(), validity::toString);
        assertEquals(reasons, validity.invalidReasons().size(), validity::toString);
    }

    @ParameterizedTest
    @CsvSource({
        // late of 20,000, run; notes, reasons
        "10000, 1000000, 1, 0", // half of all waiting, and 1 % of the run
        "10001, 1000000, 0, 1",
    })
    void aDiskThatWasHardlyAskedMayBeLate(long late, long elapsed, int notes, int reasons) {
        Validity validity = Judge.judge(onDisk(new Lateness(4, 2, late, 20_000, elapsed)));
        assertEquals(notes, validity.notes().size(), validity::toString);
        assertEquals(reasons, validity.invalidReasons().size(), validity::toString);
    }

    private static BudgetUse budget(long pageCache, int refusals) {
        return budget(0, pageCache, refusals);
    }

    private static BudgetUse budget(long start, long pageCache, int refusals) {
        return new BudgetUse(
                128 * MEBIBYTE,
                200 * MEBIBYTE,
                72 * MEBIBYTE,
                72 * MEBIBYTE,
                pageCache * MEBIBYTE,
                pageCache * MEBIBYTE,
                start * MEBIBYTE,
                refusals);
    }

    private static RunFacts facts(CacheState state, double resident, long footprint, Optional<BudgetUse> budget) {
        return facts(state, resident, footprint, budget, OptionalLong.empty(), QUIET, List.of());
    }

    private static RunFacts facts(
            CacheState state, double resident, long footprint, Optional<BudgetUse> budget, long readMebibytes) {
        OptionalLong read = OptionalLong.of(readMebibytes * MEBIBYTE);
        return facts(state, resident, footprint, budget, read, QUIET, List.of());
    }

    private static RunFacts facts(
            CacheState state,
            double resident,
            long footprint,
            Optional<BudgetUse> budget,
            OptionalLong diskReadBytes,
            Noise noise,
            List<String> warnings) {
        return new RunFacts(
                state,
                resident,
                footprint * MEBIBYTE,
                budget,
                diskReadBytes,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                0,
                StopReason.TRACE_END,
                1_000,
                1_000,
                0.5,
                false,
                noise,
                warnings);
    }

    private static RunFacts replayed(
            Map<FailureClass, String> examples, long failed, StopReason reason, long requests, boolean saturated) {
        return replayed(Optional.empty(), examples, failed, reason, requests, saturated);
    }

    private static RunFacts onDisk(Lateness lateness) {
        return replayed(Optional.of(lateness), Map.of(), 0, StopReason.TRACE_END, 1_000, false);
    }

    private static RunFacts replayed(
            Optional<Lateness> lateness,
            Map<FailureClass, String> examples,
            long failed,
            StopReason reason,
            long requests,
            boolean saturated) {
        return new RunFacts(
                CacheState.COLD,
                0,
                MEBIBYTE,
                Optional.empty(),
                OptionalLong.empty(),
                lateness,
                Optional.empty(),
                examples,
                failed,
                reason,
                requests,
                1_000,
                0.99,
                saturated,
                QUIET,
                List.of());
    }
}
