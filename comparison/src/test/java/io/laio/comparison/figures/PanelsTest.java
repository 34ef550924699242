package io.laio.comparison.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.Results;
import io.laio.comparison.results.SyntheticStudy;
import io.laio.comparison.statistics.RunTable;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

final class PanelsTest {
    private static final List<String> BOTH = List.of("rice", "berkeley");

    private static Results eight() {
        return new SyntheticStudy(6)
                .with(SyntheticStudy.EIGHT, BOTH, List.of(16, 64, 256))
                .build();
    }

    @Test
    void workloadsAreRowsAndCacheStatesColumns() {
        CurveFigure flash = Found.first(eight(), CurveFigure.class, "throughput-rice-berkeley-flash")
                .orElseThrow();
        assertEquals("Throughput, the Flash pair: rice, berkeley", flash.title());
        assertEquals(
                List.of("rice, cold", "rice, warm", "berkeley, cold", "berkeley, warm"),
                flash.panels().stream().map(CurvePanel::heading).toList());
        List<Element> headings = Drawing.of(flash.svg()).elements("text", "heading");
        assertEquals(Drawing.number(headings.get(0), "x"), Drawing.number(headings.get(2), "x"));
        assertEquals(Drawing.number(headings.get(0), "y"), Drawing.number(headings.get(1), "y"));
        assertTrue(Drawing.number(headings.get(1), "x") > Drawing.number(headings.get(0), "x"));
        assertTrue(Drawing.number(headings.get(2), "y") > Drawing.number(headings.get(0), "y"));
    }

    @Test
    void everyPanelNamesItsCurvesAndDataNamesThePanel() {
        CurveFigure flash = Found.first(eight(), CurveFigure.class, "throughput-rice-berkeley-flash")
                .orElseThrow();
        Drawing drawing = Drawing.of(flash.svg());
        long labels = drawing.elements("text").stream()
                .filter(text -> text.getTextContent().equals("flash-nb-b"))
                .count();
        assertEquals(4, labels);
        List<String> rows = List.of(flash.data().toString().split("\r\n"));
        assertTrue(rows.getFirst().startsWith("condition,server,clients,"), rows.getFirst());
        assertEquals(1 + 4 * 2 * 3, rows.size());
        assertTrue(rows.getLast().startsWith("\"berkeley, warm\",flash-laio-laio,256,6,"), rows.getLast());
    }

    @Test
    void panelsOfASizeShareTheirScale() {
        Results alike = new SyntheticStudy(1)
                .with(List.of("flash-nb-b"), List.of("berkeley"), List.of(16, 64))
                .build();
        assertTrue(Found.curves(alike).getFirst().svg().contains("; the same scale in all panels"));
        Results apart = new SyntheticStudy(1)
                .with(List.of("flash-nb-b"), List.of("rice"), List.of(16, 64))
                .build();
        assertTrue(Found.curves(apart).getFirst().svg().contains("; every panel has its own scale"));
    }

    @Test
    void aWholeStudyIsAFewFiguresWithNamesOfTheirOwn() {
        List<String> ids = ComparisonFigures.of(new RunTable(eight())).list().stream()
                .map(figure -> figure.id())
                .toList();
        // Two for each of five families, stalls, calls, disk, processor time; loop time for each condition.
        assertEquals(2 * 5 + 4 + 4, ids.size(), ids::toString);
        assertEquals(ids.size(), new HashSet<>(ids).size(), ids::toString);
        assertTrue(ids.stream().allMatch(id -> id.matches("[a-z0-9-]+")), ids::toString);
    }

    @Test
    void everyServerOfTheProjectAndEveryKnownOneFromOutsideHasALookOfItsOwn() {
        List<String> names = Stream.concat(
                        SyntheticStudy.EIGHT.stream(),
                        Stream.of(
                                "nginx-aio-off",
                                "nginx-aio-threads",
                                "lighttpd",
                                "apache",
                                "mp-prefork",
                                "mt-pool",
                                "mt-virtual",
                                "flash-laio-laio@lazy=off",
                                "thttpd-laio-laio@lazy=off",
                                "flash-nb-laio@lazy=off"))
                .toList();
        SeriesStyles styles = new SeriesStyles(names);
        long looks = names.stream()
                .map(styles::of)
                .map(style -> style.marker() + " " + style.hollow() + " " + style.dash())
                .distinct()
                .count();
        assertEquals(names.size(), looks, "told apart without colour");
        names.forEach(name -> assertEquals(
                new SeriesStyles(List.of(name)).of(name), styles.of(name), name + " looks the same alone"));
    }

    @Test
    void figuresWithTwoConditionsOfOneNameAreToldApart() {
        List<CurveFigure> figures = Found.curves(eight());
        for (CurveFigure figure : figures) {
            assertEquals(
                    figure.panels().size(),
                    figure.panels().stream().map(CurvePanel::heading).distinct().count());
        }
    }
}
