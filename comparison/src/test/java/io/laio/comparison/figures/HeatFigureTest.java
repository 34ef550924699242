package io.laio.comparison.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.SyntheticRun;
import io.laio.comparison.results.SyntheticStudy;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeatFigureTest {
    private static SyntheticRun run(String server, double mbps, double blocked) {
        return SyntheticRun.of(server, "berkeley", CacheState.COLD, 64, 1)
                .throughput(mbps)
                .blocked(blocked);
    }

    /** Each run has 900 turns up to 1 ms, 42 up to 10 ms and 1 above, and 48 requests for each Mb/s. */
    private static Results two() {
        return new SyntheticResults()
                .add(run("flash-nb-b", 100, 0.75))
                .add(run("flash-laio-laio", 1000, 0.01))
                .add(run("nginx", 500, 0))
                .build();
    }

    private static HeatFigure figure(Results results, String id) {
        return Found.first(results, HeatFigure.class, id).orElseThrow();
    }

    private static List<String> texts(HeatFigure figure, int row) {
        return figure.blocks().getFirst().rows().get(row).cells().stream()
                .map(HeatCell::text)
                .toList();
    }

    @Test
    void stallsAreCountedForEachThousandRequests() {
        HeatFigure stalls = figure(two(), "stalls-berkeley-cold");
        assertEquals(
                List.of("up to 1 ms", "1 to 10 ms", "10 to 100 ms", "0.1 to 1 s", "over 1 s", "longest"),
                stalls.columns());
        assertEquals(List.of("188", "8.75", "0.208", "none", "none", "60.0 ms"), texts(stalls, 0));
        assertEquals(List.of("18.8", "0.875", "0.0208", "none", "none", "0.800 ms"), texts(stalls, 1));
        HeatRow first = stalls.blocks().getFirst().rows().getFirst();
        assertEquals("read", first.cells().getLast().under());
        assertEquals(2, stalls.blocks().getFirst().rows().size(), "one that does not tell is not in it");
    }

    @Test
    void darkerIsMore() {
        HeatFigure stalls = figure(two(), "stalls-");
        HeatRow row = stalls.blocks().getFirst().rows().getFirst();
        assertTrue(row.cells().getFirst().shade() > row.cells().get(1).shade());
        assertEquals(0, row.cells().get(3).shade());
        List<Double> drawn = Drawing.of(stalls.svg()).elements("rect", "blocked").stream()
                .map(rect -> Drawing.number(rect, "fill-opacity"))
                .toList();
        assertTrue(drawn.getFirst() > drawn.get(1) && drawn.get(1) > 0, drawn::toString);
        assertTrue(drawn.stream().allMatch(opacity -> opacity <= 0.6), "the number can be read on it");
    }

    @Test
    void dataOfStallsHasTheWholeHistogram() {
        List<String> rows = List.of(figure(two(), "stalls-").data().toString().split("\r\n"));
        assertEquals(1 + 2 * 3, rows.size());
        assertEquals("\"64 clients\"".replace("\"", "") + ",flash-nb-b,64,1,4800,0,1000,900,60,read", rows.get(1));
        assertEquals("64 clients,flash-nb-b,64,1,4800,10000,,1,60,read", rows.get(3));
    }

    @Test
    void readingSaysWhoStoodStillForLong() {
        assertEquals(
                List.of(
                        "for over 10 ms most often flash-nb-b, 0.208 times in 1000 requests, at the longest 60.0 ms (read)."),
                figure(two(), "stalls-").reading());
    }

    @Test
    void callsShowTheirBlockedShareAndHowManyWereIssued() {
        HeatFigure calls = figure(two(), "calls-berkeley-cold");
        assertEquals(List.of("read", "all"), calls.columns());
        HeatCell read = calls.blocks().getFirst().rows().getFirst().cells().getFirst();
        assertEquals(new HeatCell("75.0 %", "of 4000", 0.75), read);
        assertEquals(
                List.of(
                        "of the operations that could block, from 1.0 % in flash-laio-laio to 75.0 % in flash-nb-b did."),
                calls.reading());
    }

    @Test
    void callsComeInTheOrderOfARequestAndSumsAreNotCountedTwice() {
        Results results = new SyntheticStudy(1)
                .with(List.of("flash-laio-laio"), List.of("rice"), List.of(64))
                .build();
        HeatFigure calls = figure(results, "calls-");
        assertEquals(List.of("accept", "recv", "open", "read", "send", "all"), calls.columns());
        assertTrue(calls.data().toString().contains("flash-laio-laio,64,all,127100,"), calls.data()::toString);
    }

    @Test
    void whereNobodyTellsThereIsNothingToDraw() {
        Results results = new SyntheticResults().add(run("nginx", 500, 0)).build();
        assertTrue(Found.all(results, HeatFigure.class).findAny().isEmpty());
    }
}
