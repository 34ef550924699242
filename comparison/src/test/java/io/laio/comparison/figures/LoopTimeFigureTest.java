package io.laio.comparison.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.SyntheticRun;
import io.laio.comparison.statistics.RunTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

final class LoopTimeFigureTest {
    private static Optional<LoopTimeFigure> figure(SyntheticRun... runs) {
        SyntheticResults results = new SyntheticResults();
        List.of(runs).forEach(results::add);
        return ComparisonFigures.of(new RunTable(results.build())).loopTimes().stream()
                .findFirst();
    }

    private static SyntheticRun run(String server, int clients) {
        return SyntheticRun.of(server, "berkeley", CacheState.COLD, clients, 1);
    }

    @Test
    void blockedShareIsDrawnToScale() {
        LoopTimeFigure figure = figure(run("flash-nb-b", 16).blocked(0.75)).orElseThrow();
        assertEquals(0.75, figure.rows().getFirst().blocked(), 1e-9);
        List<Element> parts = Drawing.of(figure.svg()).elements("rect", "blocked");
        Element waiting = Drawing.of(figure.svg()).elements("rect", "waiting").getLast();
        // of the rest, half is waiting: 12.5 % of the bar against 75 %
        assertEquals(6, Drawing.number(parts.getLast(), "width") / Drawing.number(waiting, "width"), 0.01);
        Drawing.of(figure.svg()).text("75.0 %, 60.0 ms (read)");
    }

    @Test
    void partsAddUp() {
        LoopTime row =
                figure(run("flash-nb-b", 16).blocked(0.3)).orElseThrow().rows().getFirst();
        assertEquals(1, row.running() + row.runnable() + row.waiting() + row.blocked(), 1e-9);
    }

    @Test
    void invalidRunsAreNotCounted() {
        LoopTimeFigure figure = figure(
                        run("flash-nb-b", 16).blocked(0.1),
                        run("flash-nb-b", 16).blocked(0.9).invalid("noise"))
                .orElseThrow();
        assertEquals(0.1, figure.rows().getFirst().blocked(), 1e-9);
        assertEquals(1, figure.rows().getFirst().runs());
    }

    @Test
    void serversThatSayNothingOfTheirLoopAreNotInIt() {
        assertTrue(figure(run("nginx", 16)).isEmpty());
        assertEquals(
                1,
                figure(run("nginx", 16), run("flash-nb-b", 16))
                        .orElseThrow()
                        .rows()
                        .size());
    }

    @Test
    void hatchingIsDefinedUnderTheFiguresOwnName() {
        LoopTimeFigure figure = figure(run("flash-nb-b", 16)).orElseThrow();
        Element pattern = Drawing.of(figure.svg()).elements("pattern").getFirst();
        assertTrue(figure.svg().contains("url(#" + pattern.getAttribute("id") + ")"), figure::svg);
        assertTrue(pattern.getAttribute("id").startsWith(figure.id()), pattern.getAttribute("id"));
    }
}
