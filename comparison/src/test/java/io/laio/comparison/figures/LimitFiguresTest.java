package io.laio.comparison.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.SyntheticRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

final class LimitFiguresTest {
    private static SyntheticRun run(String server, double mbps) {
        return SyntheticRun.of(server, "berkeley", CacheState.COLD, 64, 1)
                .throughput(mbps)
                .response(1000 / mbps);
    }

    private static SyntheticResults helpers() {
        return new SyntheticResults()
                .add(run("flash-nb-amped@readHelpers=64@nameHelpers=32", 500))
                .add(run("flash-nb-amped@readHelpers=4@nameHelpers=2", 100))
                .add(run("flash-nb-amped@readHelpers=16@nameHelpers=8", 300))
                .add(run("flash-nb-amted@readHelpers=4@nameHelpers=2", 120))
                .add(run("flash-nb-amted@readHelpers=16@nameHelpers=8", 330))
                .add(run("flash-nb-amted@readHelpers=64@nameHelpers=32", 520).invalid("2 requests failed: reset"))
                .add(run("flash-laio-laio", 600));
    }

    private static List<CurveFigure> figures(SyntheticResults results) {
        return Found.curves(results.build()).stream()
                .filter(CurveFigure::ofAnOption)
                .toList();
    }

    private static CurveFigure throughput() {
        return figures(helpers()).getFirst();
    }

    @Test
    void throughputAndResponseTimeAreDrawnAgainstTheLimit() {
        assertEquals(
                List.of("throughput-read-helpers-berkeley-cold-64", "response-time-read-helpers-berkeley-cold-64"),
                figures(helpers()).stream().map(CurveFigure::id).toList());
        assertEquals(
                "Throughput against read helpers: berkeley, cold, 64 clients",
                throughput().title());
    }

    @Test
    void dataHasARowForEachLimitAndOneForAServerWithoutIt() {
        List<String> rows = List.of(throughput().data().toString().split("\r\n"));
        assertEquals("server,readHelpers,runs,throughput,low,high,spread,unit,invalidRuns", rows.getFirst());
        assertEquals(
                List.of(
                        "flash-nb-amped,4,1,100,100,100,none,Mb/s,0",
                        "flash-nb-amped,16,1,300,300,300,none,Mb/s,0",
                        "flash-nb-amped,64,1,500,500,500,none,Mb/s,0",
                        "flash-nb-amted,4,1,120,120,120,none,Mb/s,0",
                        "flash-nb-amted,16,1,330,330,330,none,Mb/s,0",
                        "flash-nb-amted,64,0,,,,none,Mb/s,1",
                        "flash-laio-laio,,1,600,600,600,none,Mb/s,0"),
                rows.subList(1, rows.size()));
    }

    @Test
    void aServerWithoutTheLimitIsALineAcrossWithoutMarkers() {
        Drawing drawing = Drawing.of(throughput().svg());
        List<Element> lines = drawing.elements("path", "line");
        assertEquals(3, lines.size());
        String across = lines.getLast().getAttribute("d");
        List<String> heights = List.of(
                        across.replaceAll("[ML]", ";").substring(1).split(";"))
                .stream()
                .map(point -> point.substring(point.indexOf(" ") + 1))
                .distinct()
                .toList();
        assertEquals(1, heights.size(), across);
        // Five points that count, and one beside each of three names.
        assertEquals(5 + 3, drawing.elements("path", "marker").size());
        drawing.text("read helpers");
        assertEquals("16", drawing.text("16").getTextContent());
    }

    @Test
    void theCaptionSaysWhatCannotBeSeen() {
        String svg = throughput().svg();
        assertTrue(svg.contains("No run that counts: flash-nb-amted at 64."), svg);
        assertTrue(svg.contains("Lines without points: flash-laio-laio"), svg);
        assertEquals(
                "flash-nb-amped: 100 Mb/s at 4, 300 Mb/s at 16, 500 Mb/s at 64. "
                        + "flash-nb-amted: 120 Mb/s at 4, 330 Mb/s at 16. flash-laio-laio: 600 Mb/s.",
                throughput().values());
    }

    @Test
    void theSameResultsGiveTheSameBytes() {
        assertEquals(throughput().svg(), throughput().svg());
    }

    @Test
    void withOneValueOfAnOptionThereIsNothingToDraw() {
        assertEquals(
                List.of(),
                figures(new SyntheticResults()
                        .add(run("flash-nb-amped@readHelpers=4", 100))
                        .add(run("flash-laio-laio@lazy=off", 100))
                        .add(run("flash-nb-b", 50))));
    }
}
