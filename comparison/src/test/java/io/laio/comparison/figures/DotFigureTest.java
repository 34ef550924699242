package io.laio.comparison.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.SyntheticRun;
import io.laio.comparison.results.SyntheticStudy;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DotFigureTest {
    private static final List<String> SOME = List.of("flash-nb-b", "flash-laio-laio", "nginx-aio-off");

    private static Results study(int repeats) {
        return new SyntheticStudy(repeats)
                .with(SOME, List.of("rice", "berkeley"), List.of(16, 64))
                .build();
    }

    private static DotFigure figure(Results results, String id) {
        return Found.first(results, DotFigure.class, id).orElseThrow();
    }

    private static double median(DotFigure figure, int block, int row, int column) {
        Dot dot = figure.blocks().get(block).rows().get(row).cells().get(column).getFirst();
        return dot.summary() == null ? Double.NaN : dot.summary().median();
    }

    @Test
    void processorTimeIsShownForEachWorkloadAndCacheState() {
        DotFigure cpu = figure(study(6), "cpu-");
        assertEquals(
                List.of("rice", "berkeley"),
                cpu.blocks().stream().map(DotBlock::heading).toList());
        assertEquals(
                List.of("cold", "warm"),
                cpu.columns().stream().map(DotFigure.Column::heading).toList());
        assertEquals(64, cpu.blocks().getFirst().rows().getFirst().clients(), "most clients");
        assertEquals(3, cpu.blocks().getFirst().rows().size(), "a server from outside has processor time too");
    }

    @Test
    void whatTheDiskSawIsInTheUnitsThatItSays() {
        SyntheticResults results =
                new SyntheticResults().add(SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD, 16, 1));
        DotFigure disk = figure(results.build(), "disk-");
        assertEquals(
                List.of("reads", "size", "queue depth", "utilisation"),
                disk.columns().stream().map(DotFigure.Column::heading).toList());
        assertEquals(300, median(disk, 0, 0, 0), 1e-9, "1200 reads in 4 s");
        assertEquals(98_000.0 / 1200, median(disk, 0, 0, 1), 1e-9);
        assertEquals(1.7, median(disk, 0, 0, 2), 1e-9);
        assertEquals(61, median(disk, 0, 0, 3), 1e-9);
        assertTrue(disk.data().toString().contains("flash-nb-b,16,meanDepth,reads in flight,1,1.7,1.7,1.7,none,0"));
    }

    @Test
    void dotsAreDrawnToScaleAndAllColumnsOfOneMeasureOnOne() {
        DotFigure cpu = figure(study(6), "cpu-");
        Drawing drawing = Drawing.of(cpu.svg());
        List<Double> zeros = drawing.elements("text", "tick").stream()
                .filter(tick -> tick.getTextContent().equals("0"))
                .map(tick -> Drawing.number(tick, "x"))
                .distinct()
                .toList();
        List<Double> tens = drawing.elements("text", "tick").stream()
                .filter(tick -> tick.getTextContent().equals("10"))
                .map(tick -> Drawing.number(tick, "x"))
                .distinct()
                .toList();
        String path = drawing.elements("path", "marker").getFirst().getAttribute("d");
        double left = Double.parseDouble(path.substring(1, path.indexOf(' ')));
        double perMicro = (tens.getFirst() - zeros.getFirst()) / 10;
        // The first marker is flash-nb-b's square, whose outline begins 3.7 to the left of the point.
        assertEquals(median(cpu, 0, 0, 0), (left + 3.7 - zeros.getFirst()) / perMicro, 0.1);
        assertEquals(tens.getFirst() - zeros.getFirst(), tens.getLast() - zeros.getLast(), 0.02, "the same scale");
    }

    @Test
    void repeatsHaveBarsAndSingleRunsNone() {
        Drawing six = Drawing.of(figure(study(6), "cpu-").svg());
        assertEquals(2 * 2 * 3, six.elements("path", "bar").size());
        six.text("Points: median of 6 runs. Bars: bootstrap 95 % interval of the median.");
        Drawing one = Drawing.of(figure(study(1), "cpu-").svg());
        assertEquals(0, one.elements("path", "bar").size());
        one.text("One run each: no error bars, provisional.");
    }

    @Test
    void oneNumberOfClientsIsShownSideBySideInsteadOfACurve() {
        Results results =
                new SyntheticStudy(1).with(SOME, List.of("rice"), List.of(64)).build();
        DotFigure speed = figure(results, "speed-rice");
        assertEquals(
                List.of("rice, cold, 64 clients", "rice, warm, 64 clients"),
                speed.blocks().stream().map(DotBlock::heading).toList());
        assertTrue(Found.curves(results).isEmpty());
    }

    @Test
    void whoHasNoRunThatCountsIsSaid() {
        SyntheticResults results = new SyntheticResults()
                .add(SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD, 16, 1)
                        .throughput(5000)
                        .invalid("nothing answered"));
        DotFigure speed = figure(results.build(), "speed-");
        Drawing.of(speed.svg()).text("No run counts. No run that counts: flash-nb-b (16 clients).");
        assertFalse(speed.svg().contains("5000"), "an invalid run must not be drawn");
        assertTrue(speed.data().toString().contains("flash-nb-b,16,throughput,Mb/s,0,,,,none,1"));
    }

    @Test
    void lazyAndEagerShareARow() {
        Results results = new SyntheticStudy(6)
                .with(
                        List.of("flash-laio-laio", "flash-laio-laio@lazy=off", "flash-nb-b"),
                        List.of("rice"),
                        List.of(16, 64))
                .build();
        DotFigure lazy = figure(results, "lazy-rice");
        DotRow row = lazy.blocks().getFirst().rows().getFirst();
        assertEquals("flash-laio-laio, 16 clients", row.label());
        assertEquals(2, lazy.blocks().getFirst().rows().size(), "nobody else has both");
        assertEquals(
                List.of("flash-laio-laio", "flash-laio-laio@lazy=off"),
                row.cells().getFirst().stream().map(Dot::contestant).toList());
        Dot eager = row.cells().getLast().getLast();
        assertTrue(eager.style().hollow(), "told apart without colour");
        assertEquals(
                row.cells().getLast().getFirst().style().colour(), eager.style().colour());
    }

    @Test
    void withoutAnEagerServerThereIsNoSuchFigure() {
        assertTrue(Found.first(study(1), DotFigure.class, "lazy-").isEmpty());
    }
}
