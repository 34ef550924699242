package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.comparison.results.Results;
import io.laio.comparison.statistics.RunTable;
import io.laio.comparison.statistics.Setup;
import io.laio.comparison.statistics.SetupNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came out, in words: one recommendation for each workload. Of several that differ in memory only, the one with the most runs is shown, of
 * equal ones that with the least memory, as in the figures; the others are folded.
 */
record AnswerSection(Results results, RunTable table) implements Section {
    @Override
    public String id() {
        return "answer";
    }

    @Override
    public String title() {
        return "The answer";
    }

    @Override
    public void write(Markup page) {
        if (results.runs().isEmpty()) {
            page.element("p", "No run has ended yet.");
        }
        Map<Setup, List<Advice>> byMemory = new LinkedHashMap<>();
        Advice.of(table)
                .forEach(advice -> byMemory.computeIfAbsent(withoutMemory(advice.setup()), ignored -> new ArrayList<>())
                        .add(advice));
        byMemory.values().forEach(ladder -> write(page, ladder));
    }

    private void write(Markup page, List<Advice> ladder) {
        Advice most = ladder.stream()
                .min(Comparator.comparingLong(advice -> -runs(advice.setup())))
                .orElseThrow();
        write(page, most);
        if (ladder.size() > 1) {
            page.open("details").element("summary", "The same with other memory");
            ladder.stream().filter(advice -> !advice.equals(most)).forEach(advice -> write(page, advice));
            page.close("details");
        }
    }

    private static Setup withoutMemory(Setup setup) {
        return new Setup(setup.workload(), setup.traceSha256(), setup.scale(), setup.disk(), setup.network(), null);
    }

    private long runs(Setup setup) {
        return results.runs().stream()
                .filter(run -> Setup.of(run.setting()).equals(setup))
                .count();
    }

    private void write(Markup page, Advice advice) {
        Prose prose = new Prose(table.contestants());
        page.open("div", "class", "advice");
        page.open("p", "class", "headline").inline("b", new SetupNames(table.setups()).of(advice.setup()));
        prose.write(page, ": " + advice.headline());
        page.close("p").open("ul");
        advice.reasons().forEach(reason -> prose.element(page, "li", reason));
        page.close("ul").close("div");
    }
}
