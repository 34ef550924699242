package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.comparison.results.Results;

/** Why the answer might be wrong, or not be the study's. */
record ThreatsSection(Results results) implements Section {
    @Override
    public String id() {
        return "threats";
    }

    @Override
    public String title() {
        return "Threats to validity";
    }

    @Override
    public void write(Markup page) {
        page.element(
                "p",
                "What differs from the study of 2004, and what else may mislead. What is said of the study is marked: [S] stated on its "
                        + "slides, [P] in the paper's readable text, [R] recalled, [U] unknown.");
        page.open("dl");
        for (Threat threat : Threat.of(results)) {
            page.element("dt", threat.subject());
            page.element("dd", threat.text());
        }
        page.close("dl");
    }
}
