package io.laio.comparison.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.Results;
import io.laio.comparison.results.SyntheticStudy;
import io.laio.comparison.statistics.RunTable;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MemoryFiguresTest {
    private static final List<Double> PARTS = List.of(0.1, 0.5, 1.0, 1.5);
    private static final List<String> TWO = List.of("flash-nb-b", "flash-laio-laio");

    private static Results sweep() {
        return new SyntheticStudy(2)
                .with(TWO, List.of("berkeley"), List.of(16, 64))
                .memory(TWO, PARTS, 64)
                .build();
    }

    private static CurveFigure figure() {
        return Found.first(sweep(), CurveFigure.class, "throughput-memory-").orElseThrow();
    }

    @Test
    void memoryIsAPartOfTheDocumentsPlayed() {
        CurveFigure figure = figure();
        assertEquals("throughput-memory-berkeley-cold-64", figure.id());
        assertEquals("Throughput against memory: berkeley, cold, 64 clients", figure.title());
        // The usual budget of the other runs is 0.31 of the documents, and is a point too.
        assertEquals(
                List.of("0.1", "0.31", "0.5", "1", "1.5"),
                figure.panels().getFirst().curves().getFirst().points().stream()
                        .map(point -> figure.show(point.at()))
                        .toList());
    }

    @Test
    void theAxisIsLinearFromZero() {
        Drawing drawing = Drawing.of(figure().svg());
        double atTenth = Drawing.number(drawing.text("0.1"), "x");
        double atHalf = Drawing.number(drawing.text("0.5"), "x");
        double atOne = Drawing.number(drawing.text("1"), "x");
        assertEquals(0.5 / 0.4, (atOne - atHalf) / (atHalf - atTenth), 0.01);
        drawing.text("memory / footprint");
    }

    @Test
    void dataSaysHowMuchOfTheDocumentsFits() {
        List<String> rows = List.of(figure().data().toString().split("\r\n"));
        assertEquals("server,memoryOverFootprint,runs,throughput,low,high,spread,unit,invalidRuns", rows.getFirst());
        assertEquals(1 + 2 * 5, rows.size());
        assertTrue(rows.get(5).startsWith("flash-nb-b,1.5"), rows.get(5));
    }

    @Test
    void otherFiguresShowOneBudgetOnly() {
        List<String> ids = ComparisonFigures.of(new RunTable(sweep())).list().stream()
                .map(figure -> figure.id())
                .toList();
        assertEquals(
                List.of(
                        "throughput-berkeley",
                        "response-time-berkeley",
                        "throughput-memory-berkeley-cold-64",
                        "stalls-berkeley",
                        "calls-berkeley",
                        "disk-berkeley",
                        "cpu-berkeley",
                        "loop-time-berkeley-134-mb-of-page-cache-cold",
                        "loop-time-berkeley-134-mb-of-page-cache-warm"),
                ids);
        CurveFigure throughput = Found.curves(sweep()).getFirst();
        assertEquals(
                List.of("berkeley, cold, 134 MB of page cache", "berkeley, warm"),
                throughput.panels().stream().map(CurvePanel::heading).toList());
    }

    @Test
    void withManyServersFamiliesAreItsPanels() {
        Results results =
                new SyntheticStudy(1).memory(SyntheticStudy.EIGHT, PARTS, 64).build();
        CurveFigure figure =
                Found.first(results, CurveFigure.class, "throughput-memory-").orElseThrow();
        assertEquals(5, figure.panels().size());
        assertEquals("the thttpd pair", figure.panels().getFirst().heading());
        assertEquals(1 + 11 * 4, figure.data().toString().split("\r\n").length);
    }

    @Test
    void oneBudgetIsNoSweep() {
        Results results =
                new SyntheticStudy(1).with(TWO, List.of("rice"), List.of(64)).build();
        assertTrue(Found.first(results, CurveFigure.class, "throughput-memory-").isEmpty());
    }
}
