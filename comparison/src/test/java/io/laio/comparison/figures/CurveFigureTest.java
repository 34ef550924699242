package io.laio.comparison.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.analysis.figures.Figure;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.SyntheticRun;
import io.laio.comparison.statistics.RunTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

final class CurveFigureTest {
    private static final List<Integer> CLIENTS = List.of(4, 16, 64);

    @TempDir
    private Path directory;

    private static SyntheticResults two(int repeats) {
        return new SyntheticResults()
                .curve("flash-nb-b", "rice", CacheState.COLD, CLIENTS, repeats, 0.05, 1, c -> 100)
                .curve("flash-laio-laio", "rice", CacheState.COLD, CLIENTS, repeats, 0.05, 1, c -> 90 + c * 2);
    }

    private static CurveFigure throughput(SyntheticResults results) {
        return Found.curves(results.build()).getFirst();
    }

    private static List<double[]> points(String path) {
        List<double[]> points = new ArrayList<>();
        Matcher matcher = Pattern.compile("([ML])([-0-9.]+) ([-0-9.]+)").matcher(path);
        while (matcher.find()) {
            points.add(new double[] {
                matcher.group(1).equals("M") ? 0 : 1,
                Double.parseDouble(matcher.group(2)),
                Double.parseDouble(matcher.group(3))
            });
        }
        return points;
    }

    /** Reads a value off the drawing by its axis' ticks, as a reader would. */
    private static double valueAt(Drawing drawing, double y) {
        double y0 = Drawing.number(drawing.text("0"), "y");
        Element tick = drawing.text("100");
        return (y0 - y) / (y0 - Drawing.number(tick, "y")) * 100;
    }

    @Test
    void whatIsDrawnIsWhatTheDataSays() {
        CurveFigure figure = throughput(two(6));
        Drawing drawing = Drawing.of(figure.svg());
        List<Element> lines = drawing.elements("path", "line");
        for (int curve = 0; curve < 2; curve++) {
            List<double[]> drawn = points(lines.get(curve).getAttribute("d"));
            List<Curve.Measured> measured =
                    figure.panels().getFirst().curves().get(curve).measured();
            assertEquals(3, drawn.size());
            for (int i = 0; i < 3; i++) {
                assertEquals(measured.get(i).summary().median(), valueAt(drawing, drawn.get(i)[2]), 0.1);
            }
        }
    }

    @Test
    void dataHasARowForEveryPoint() {
        CurveFigure figure = throughput(two(6));
        List<String> rows = List.of(figure.data().toString().split("\r\n"));
        assertEquals(7, rows.size());
        assertTrue(rows.get(1).startsWith("flash-nb-b,4,6,"), rows.get(1));
        assertTrue(rows.get(1).endsWith(",bootstrap 95 %,Mb/s,0"), rows.get(1));
        assertEquals(
                figure.panels()
                        .getFirst()
                        .curves()
                        .getFirst()
                        .measured()
                        .getFirst()
                        .summary()
                        .median(),
                Double.parseDouble(rows.get(1).split(",", -1)[3]));
    }

    @Test
    void everyPointHasItsErrorBar() {
        assertEquals(
                6, Drawing.of(throughput(two(6)).svg()).elements("path", "bar").size());
        assertEquals(
                6, Drawing.of(throughput(two(2)).svg()).elements("path", "bar").size());
    }

    @Test
    void singleRunsHaveNoErrorBarsAndSaySo() {
        Drawing drawing = Drawing.of(throughput(two(1)).svg());
        assertEquals(0, drawing.elements("path", "bar").size());
        drawing.text("One run each: no error bars, provisional.");
    }

    @Test
    void captionTellsIntervalFromRange() {
        Drawing.of(throughput(two(6)).svg())
                .text("Points: median of 6 runs. Bars: bootstrap 95 % interval of the median.");
        Drawing.of(throughput(two(3)).svg()).text("Points: median of 3 runs. Bars: range of the runs, provisional.");
    }

    @Test
    void aMissingPointIsAGapAndIsSaid() {
        SyntheticResults results = new SyntheticResults()
                .curve("flash-nb-b", "rice", CacheState.COLD, CLIENTS, 1, 0, 1, c -> 100)
                .curve("flash-laio-laio", "rice", CacheState.COLD, List.of(4, 64), 1, 0, 1, c -> 120)
                .add(SyntheticRun.of("flash-laio-laio", "rice", CacheState.COLD, 16, 1)
                        .throughput(5000)
                        .invalid("generator saturated"));
        CurveFigure figure = throughput(results);
        Drawing drawing = Drawing.of(figure.svg());
        List<double[]> laio = points(drawing.elements("path", "line").get(1).getAttribute("d"));
        assertArrayEquals(
                new double[] {0, 0}, laio.stream().mapToDouble(p -> p[0]).toArray(), "no line over the gap");
        drawing.text("One run each: no error bars, provisional. No run that counts: flash-laio-laio at 16.");
        assertTrue(figure.data().toString().contains("flash-laio-laio,16,0,,,,none,Mb/s,1"), figure.data()::toString);
        assertFalse(figure.svg().contains("5000"), "an invalid run must not be drawn");
    }

    @Test
    void aCurveGoesOnWhereItsServerWasNotRun() {
        SyntheticResults results = new SyntheticResults()
                .curve("flash-nb-b", "rice", CacheState.COLD, CLIENTS, 1, 0, 1, c -> 100)
                .curve("flash-laio-laio", "rice", CacheState.COLD, List.of(4, 64), 1, 0, 1, c -> 120);
        for (CurveFigure figure : Found.curves(results.build())) {
            Drawing drawing = Drawing.of(figure.svg());
            List<double[]> laio = points(drawing.elements("path", "line").get(1).getAttribute("d"));
            assertArrayEquals(
                    new double[] {0, 1}, laio.stream().mapToDouble(p -> p[0]).toArray(), "one line");
            drawing.text("One run each: no error bars, provisional.");
            assertFalse(figure.data().toString().contains("flash-laio-laio,16,"), figure.data()::toString);
        }
    }

    @Test
    void aFewInvalidRunsAreLeftOutAndSaid() {
        SyntheticResults results = two(6).add(SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD, 16, 7)
                .throughput(9999)
                .invalid("generator saturated"));
        String text = throughput(results).svg();
        assertTrue(text.contains("Invalid runs left out: flash-nb-b at 16."), text);
    }

    @Test
    void noRunThatCountsIsStillAFigure() {
        SyntheticResults results = new SyntheticResults()
                .add(SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD, 16, 1)
                        .invalid("nothing answered"))
                .add(SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD, 64, 1)
                        .invalid("nothing answered"));
        Drawing.of(throughput(results).svg()).text("No run counts. No run that counts: flash-nb-b at 16, 64.");
    }

    @Test
    void aReaderWhoDoesNotSeeItIsToldTheNumbers() {
        Drawing drawing = Drawing.of(throughput(two(6)).svg());
        Element root = drawing.document().getDocumentElement();
        assertEquals("img", root.getAttribute("role"));
        String[] ids = root.getAttribute("aria-labelledby").split(" ", -1);
        assertEquals(
                "Throughput: rice, cold", drawing.elements("title").getFirst().getTextContent());
        assertEquals(ids[0], drawing.elements("title").getFirst().getAttribute("id"));
        assertEquals(ids[1], drawing.elements("desc").getFirst().getAttribute("id"));
        String description = drawing.elements("desc").getFirst().getTextContent();
        assertTrue(description.contains("flash-laio-laio: ") && description.contains("Mb/s at 64"), description);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 11})
    void labelsDoNotTouchAndStayInside(int servers) {
        SyntheticResults results = new SyntheticResults();
        IntStream.range(0, servers)
                .forEach(i ->
                        results.curve("server-" + i, "rice", CacheState.COLD, CLIENTS, 1, 0, 1, c -> 100 + i * 0.01));
        Drawing drawing = Drawing.of(throughput(results).svg());
        double[] y = IntStream.range(0, servers)
                .mapToDouble(i -> Drawing.number(drawing.text("server-" + i), "y"))
                .sorted()
                .toArray();
        for (int i = 1; i < servers; i++) {
            assertTrue(y[i] - y[i - 1] >= 15.9, "labels " + y[i - 1] + " and " + y[i]);
        }
        assertTrue(y[0] >= 60 && y[servers - 1] <= 364, y[0] + " to " + y[servers - 1]);
    }

    @Test
    void elevenServersHaveElevenLooks() {
        List<String> names = List.of(
                "flash-nb-b",
                "flash-laio-laio",
                "flash-nb-amped",
                "flash-nb-amted",
                "flash-nb-aio",
                "flash-nb-laio",
                "thttpd-nb-b",
                "thttpd-laio-laio",
                "nginx",
                "lighttpd",
                "flash-laio-laio, lazy off");
        SeriesStyles styles = new SeriesStyles(names);
        assertEquals(11, names.stream().map(styles::of).distinct().count());
        assertEquals(
                11,
                names.stream()
                        .map(styles::of)
                        .map(style -> style.marker() + " " + style.hollow() + " " + style.dash())
                        .distinct()
                        .count(),
                "told apart without colour");
        assertEquals(
                styles.of("flash-laio-laio").colour(),
                styles.of("flash-laio-laio, lazy off").colour());
    }

    @Test
    void aServerLooksTheSameWhoeverElseTakesPart() {
        assertEquals(
                new SeriesStyles(List.of("flash-nb-b")).of("flash-nb-b"),
                new SeriesStyles(List.of("nginx", "flash-laio-laio", "flash-nb-b")).of("flash-nb-b"));
    }

    @Test
    void namesFromOutsideAreEscaped() {
        SyntheticResults results = new SyntheticResults()
                .add(SyntheticRun.of("a<b>&\"c\"\u0007", "x/../<y>", CacheState.COLD, 16, 1))
                .add(SyntheticRun.of("a<b>&\"c\"\u0007", "x/../<y>", CacheState.COLD, 64, 1));
        CurveFigure figure = throughput(results);
        Drawing.of(figure.svg()).text("a<b>&\"c\"\uFFFD");
        assertTrue(figure.id().matches("[a-z0-9-]+"), figure.id());
    }

    @Test
    void namesThatLookAlikeToAFileSystemGetFilesOfTheirOwn() {
        assertEquals(
                List.of("throughput-my-log-cold", "throughput-my-log-cold-2"),
                Place.of(List.of("throughput: my log, cold", "throughput: my-log, cold")).stream()
                        .map(Place::slug)
                        .toList());
    }

    /** A report of an interrupted comparison shows others than that of the finished one. */
    @Test
    void figuresOfAnEarlierStateGo() throws Exception {
        List<Figure> figures =
                ComparisonFigures.of(new RunTable(two(6).build())).list();
        Path drawn = Files.createDirectories(directory.resolve("drawn"));
        for (String name : List.of("earlier.svg", "earlier.csv", ".earlier.svg.part", "notes.txt")) {
            Files.writeString(drawn.resolve(name), "x");
        }
        FigureFiles.write(figures, drawn);
        try (var files = Files.list(drawn)) {
            Set<String> names = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertTrue(names.remove("notes.txt"), "it is somebody's");
            assertEquals(2 * figures.size(), names.size(), names::toString);
            assertTrue(names.contains(figures.getFirst().id() + ".svg"), names::toString);
        }
    }

    @Test
    void theSameResultsGiveTheSameBytes() throws Exception {
        FigureFiles.write(ComparisonFigures.of(new RunTable(two(6).build())).list(), directory.resolve("a"));
        FigureFiles.write(ComparisonFigures.of(new RunTable(two(6).build())).list(), directory.resolve("b"));
        List<String> names;
        try (var files = Files.list(directory.resolve("a"))) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        assertEquals(2 * (2 + 1 + 1 + 1 + 1 + 1), names.size(), names::toString);
        for (String name : names) {
            assertArrayEquals(
                    Files.readAllBytes(directory.resolve("a").resolve(name)),
                    Files.readAllBytes(directory.resolve("b").resolve(name)),
                    name);
        }
    }
}
