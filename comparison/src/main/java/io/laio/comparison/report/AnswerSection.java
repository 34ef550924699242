package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.comparison.results.Results;
import io.laio.comparison.statistics.RunTable;
import io.laio.comparison.statistics.SetupNames;

/** What came out, in words: one recommendation for each workload. */
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
        SetupNames names = new SetupNames(table.setups());
        Prose prose = new Prose(table.contestants());
        for (Advice advice : Advice.of(table)) {
            page.open("div", "class", "advice");
            page.open("p", "class", "headline").inline("b", names.of(advice.setup()));
            prose.write(page, ": " + advice.headline());
            page.close("p").open("ul");
            advice.reasons().forEach(reason -> prose.element(page, "li", reason));
            page.close("ul").close("div");
        }
    }
}
