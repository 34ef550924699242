package io.laio.comparison.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.SyntheticRun;
import io.laio.comparison.statistics.RunTable;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AdviceTest {
    private static final List<Integer> CLIENTS = List.of(16, 64, 256);
    private static final String LAIO = "flash-laio-laio";
    private static final String NB = "flash-nb-b";

    private final SyntheticResults results = new SyntheticResults();

    private Advice advice() {
        return Advice.of(new RunTable(results.build())).getFirst();
    }

    private void add(String server, CacheState cache, int repeats, double mbps) {
        results.curve(server, "mine", cache, CLIENTS, repeats, 0.02, 9, clients -> mbps);
    }

    private void assertSays(String part) {
        List<String> reasons = advice().reasons();
        assertTrue(
                reasons.stream().anyMatch(reason -> reason.contains(part)),
                () -> part + " in\n" + String.join("\n", reasons));
    }

    @Test
    void aClearWinnerIsChosen() {
        add(NB, CacheState.COLD, 6, 100);
        add(LAIO, CacheState.COLD, 6, 300);
        add(NB, CacheState.WARM, 6, 900);
        add(LAIO, CacheState.WARM, 6, 1100);
        assertEquals("choose flash-laio-laio.", advice().headline());
        assertFalse(advice().provisional());
        assertSays("Over 6 combinations of cache state and clients, flash-laio-laio delivers 1.9");
        assertSays("Cold: flash-laio-laio delivers 3.0");
        assertSays("Warm: flash-laio-laio delivers 1.2");
        assertSays("(95 % interval ");
        assertSays("blocked for 0.40 % of their time, those of flash-nb-b for 83.0 %");
        assertSays("The mean response times of flash-nb-b are 1.9");
        assertSays("in single combinations 1.2");
    }

    @Test
    void aWinnerThatLosesInOneCacheStateIsChosenWithAReservation() {
        add(NB, CacheState.COLD, 6, 100);
        add(LAIO, CacheState.COLD, 6, 500);
        add(NB, CacheState.WARM, 6, 1000);
        add(LAIO, CacheState.WARM, 6, 800);
        assertEquals("choose flash-laio-laio, but flash-nb-b where caches are mostly warm.", advice().headline());
        assertSays("Warm: flash-nb-b delivers 1.2");
    }

    @Test
    void equalServersAreNotToldApart() {
        add(NB, CacheState.COLD, 6, 300);
        results.curve(LAIO, "mine", CacheState.COLD, CLIENTS, 6, 0.02, 10, clients -> 300);
        assertEquals("no significant difference between " + order(advice().headline()) + ".", advice().headline());
        assertSays(": no significant difference.");
        assertSays("do not differ significantly");
    }

    private static String order(String headline) {
        return headline.indexOf(NB) < headline.indexOf(LAIO) ? NB + " and " + LAIO : LAIO + " and " + NB;
    }

    @Test
    void oppositeWinnersDependOnTheCaches() {
        results.curve(NB, "mine", CacheState.COLD, CLIENTS, 6, 0.1, 3, clients -> 100);
        results.curve(LAIO, "mine", CacheState.COLD, CLIENTS, 6, 0.1, 3, clients -> 200);
        results.curve(NB, "mine", CacheState.WARM, CLIENTS, 6, 0.1, 4, clients -> 800);
        results.curve(LAIO, "mine", CacheState.WARM, CLIENTS, 6, 0.1, 4, clients -> 400);
        assertEquals(
                "it depends on the caches: choose flash-laio-laio where caches are mostly cold, "
                        + "flash-nb-b where caches are mostly warm.",
                advice().headline());
    }

    @Test
    void oneCacheStateThatDecidesIsSaid() {
        for (int repeat = 1; repeat <= 6; repeat++) {
            double sway = repeat % 2 == 0 ? 2 : 0.5; // one repeat fast, the next slow, for both
            run(NB, CacheState.COLD, repeat, 100);
            run(LAIO, CacheState.COLD, repeat, 110 + repeat);
            run(NB, CacheState.WARM, repeat, 900 * sway + repeat);
            run(LAIO, CacheState.WARM, repeat, 890 * sway - repeat);
        }
        assertEquals(
                "no significant difference between flash-laio-laio and flash-nb-b overall; "
                        + "choose flash-laio-laio where caches are mostly cold.",
                advice().headline());
    }

    private void run(String server, CacheState cache, int repeat, double mbps) {
        results.add(SyntheticRun.of(server, "mine", cache, 16, repeat).throughput(mbps));
    }

    @Test
    void fewRepeatsAreProvisional() {
        add(NB, CacheState.COLD, 2, 100);
        add(LAIO, CacheState.COLD, 2, 300);
        assertEquals("provisionally, choose flash-laio-laio.", advice().headline());
        assertTrue(advice().provisional());
        assertSays("Provisional: 2 repeats each. Below 6 nothing is tested");
        assertTrue(advice().reasons().stream().noneMatch(reason -> reason.contains("95 %")), "no interval is claimed");
    }

    @Test
    void fewRepeatsThatLieCloseAreNotToldApart() {
        add(NB, CacheState.COLD, 1, 100);
        add(LAIO, CacheState.COLD, 1, 104);
        assertTrue(
                advice().headline().startsWith("provisionally, no significant difference between"), advice()::headline);
    }

    @Test
    void severalServersComeInGroups() {
        add(NB, CacheState.COLD, 6, 100);
        add(LAIO, CacheState.COLD, 6, 300);
        results.curve("flash-nb-amped", "mine", CacheState.COLD, CLIENTS, 6, 0.02, 77, clients -> 300);
        add("nginx", CacheState.COLD, 6, 200);
        assertTrue(advice().headline().startsWith("no significant difference between flash-"), advice()::headline);
        assertSays("; then nginx; then flash-nb-b.");
    }

    @Test
    void ofAServerFromOutsideItIsSaidWhatIsNotKnown() {
        add("nginx", CacheState.COLD, 6, 300);
        add(NB, CacheState.COLD, 6, 100);
        assertEquals("choose nginx.", advice().headline());
        assertSays("What nginx waited for is not known: it does not tell, or has no event loop.");
        assertSays("A request cost nginx 21.5 µs of processor time, and flash-nb-b 21.5 µs");
        assertTrue(advice().reasons().stream().noneMatch(reason -> reason.contains("were blocked for")));
    }

    @Test
    void aSingleServerIsNoChoice() {
        add(LAIO, CacheState.COLD, 6, 300);
        assertEquals("Only flash-laio-laio was measured: there is nothing to choose between.", advice().headline());
    }

    @Test
    void noRunThatCountsIsNoRecommendation() {
        results.add(SyntheticRun.of(NB, "mine", CacheState.COLD, 16, 1).invalid("generator saturated"));
        assertEquals(
                "No recommendation: there is no combination in which every server has a run that counts.",
                advice().headline());
        assertSays("Not ranked, for no run counts: flash-nb-b.");
    }

    @Test
    void serversThatNeverMetAreNotCompared() {
        results.add(SyntheticRun.of(NB, "mine", CacheState.COLD, 16, 1));
        results.add(SyntheticRun.of(LAIO, "mine", CacheState.COLD, 64, 1));
        assertEquals(
                "No recommendation: no two servers were run with the same caches and clients.", advice().headline());
        assertSays("2 combinations left out because not every server compared was run there: ");
    }

    @Test
    void whatIsLeftOutIsSaid() {
        add(NB, CacheState.COLD, 6, 100);
        add(LAIO, CacheState.COLD, 6, 300);
        results.add(SyntheticRun.of(NB, "mine", CacheState.WARM, 16, 1));
        results.add(SyntheticRun.of(LAIO, "mine", CacheState.WARM, 16, 1).invalid("page cache at 50 % of the budget"));
        assertSays(
                "1 combination left out because not every server has a run there that counts: warm with 16 clients.");
    }

    private void add(String server, CacheState cache, List<Integer> clients, double mbps) {
        results.curve(server, "mine", cache, clients, 6, 0.02, 9, at -> mbps);
    }

    @Test
    void whoWasRunInFewerCellsIsNotRankedAndChangesNothing() {
        for (CacheState cache : List.of(CacheState.COLD, CacheState.WARM)) {
            add(NB, cache, List.of(8, 64, 256), 100);
            add(LAIO, cache, List.of(8, 64, 256), 300);
        }
        Advice without = advice();
        for (CacheState cache : List.of(CacheState.COLD, CacheState.WARM)) {
            add(LAIO + "@lazy=off", cache, List.of(64), 700);
        }
        assertEquals("choose flash-laio-laio.", advice().headline());
        assertSays("Over 6 combinations of cache state and clients, flash-laio-laio delivers 3.0");
        assertSays("Not ranked: flash-laio-laio@lazy=off, run only with 64 clients.");
        assertTrue(advice().reasons().stream().noneMatch(reason -> reason.contains("left out")));
        assertTrue(advice().reasons().containsAll(without.reasons()), "response times and costs are over all six too");
    }

    @Test
    void inASweepThoseWithTheLargestCrossAreRanked() {
        List<Integer> sweep = List.of(1, 4, 64, 1024);
        add(NB, CacheState.COLD, List.of(1, 4, 16, 64, 128, 1024), 100);
        add(LAIO, CacheState.COLD, List.of(1, 4, 16, 64, 128, 1024), 300);
        add("flash-nb-amped", CacheState.COLD, sweep, 200);
        add("flash-nb-amted", CacheState.COLD, sweep, 200);
        List.of(4, 16, 64)
                .forEach(helpers ->
                        add("flash-nb-amped@readHelpers=" + helpers, CacheState.COLD, List.of(128), 200 + helpers));
        add("thttpd-laio-laio", CacheState.COLD, List.of(16), 400);
        add(LAIO + "@lazy=off", CacheState.COLD, List.of(16), 300);
        assertEquals("choose flash-laio-laio.", advice().headline());
        assertSays("Over 4 combinations of cache state and clients");
        assertSays("2 combinations left out because not every server compared was run there: cold with 16 clients, "
                + "cold with 128 clients.");
        assertSays("flash-nb-amped@readHelpers=64, run only with 128 clients");
        assertSays("flash-laio-laio@lazy=off, run only with 16 clients");
        assertTrue(advice().reasons().stream().noneMatch(reason -> reason.contains("counts")), "nothing failed");
    }

    @Test
    void whereItWasRunIsSaidWithTheCacheStateIfThatMatters() {
        add(NB, CacheState.COLD, List.of(8, 64), 100);
        add(LAIO, CacheState.COLD, List.of(8, 64), 300);
        add(NB, CacheState.WARM, List.of(8, 64), 100);
        add(LAIO, CacheState.WARM, List.of(8, 64), 300);
        add("nginx", CacheState.WARM, List.of(8, 64), 400);
        assertSays("Not ranked: nginx, run only warm with 8 and 64 clients.");
    }

    @Test
    void disturbedRunsAreSaid() {
        results.add(SyntheticRun.of(NB, "mine", CacheState.COLD, 16, 1));
        results.add(SyntheticRun.of(LAIO, "mine", CacheState.COLD, 16, 1)
                .noted("noisy: other programs used 157 % of a processor"));
        assertSays("Of 2 runs, 1 has a note in the list of runs, such as: noisy: other programs used 157 %");
    }

    @Test
    void coldDataIsNotColdAndSaysSo() {
        add(NB, CacheState.COLD_DATA, 6, 100);
        add(LAIO, CacheState.COLD_DATA, 6, 300);
        assertSays("names and metadata could not be dropped");
    }

    @Test
    void longerResponseTimesOfTheChosenAreSaid() {
        for (int repeat = 1; repeat <= 6; repeat++) {
            results.add(SyntheticRun.of(NB, "mine", CacheState.COLD, 16, repeat)
                    .throughput(100 + repeat)
                    .response(5 + repeat * 0.01));
            results.add(SyntheticRun.of(LAIO, "mine", CacheState.COLD, 16, repeat)
                    .throughput(200 + repeat)
                    .response(9 + repeat * 0.01));
        }
        assertSays(
                "But the mean response times of flash-laio-laio are 1.79 times (95 % interval 1.79 to 1.80) those of flash-nb-b");
    }

    @Test
    void serversThatTellNothingOfTheirLoopGetNoSentenceAboutIt() {
        add("nginx", CacheState.COLD, 6, 100);
        add(LAIO, CacheState.COLD, 6, 300);
        assertTrue(advice().reasons().stream().noneMatch(reason -> reason.contains("blocked")));
        assertSays("A request cost");
    }
}
