package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.analysis.statistics.Interval;
import io.laio.comparison.results.ClaimResult;
import io.laio.comparison.results.Results;
import java.util.List;

/** What became of the study's claims. */
record ClaimsSection(Results results) implements Section {
    @Override
    public String id() {
        return "claims";
    }

    @Override
    public String title() {
        return "The study's claims";
    }

    @Override
    public boolean present() {
        return !results.claims().isEmpty();
    }

    @Override
    public void write(Markup page) {
        HtmlTable claims = new HtmlTable(
                "Verdicts. Source: S slides, P paper, R recalled, U unknown",
                List.of("claim", "verdict", "statement", "source", "measured", "95 % interval", "why"));
        for (ClaimResult claim : results.claims()) {
            Interval interval = claim.interval();
            claims.row(List.of(
                    claim.id(),
                    claim.verdict().label() + (claim.provisional() ? ", provisional" : ""),
                    claim.statement(),
                    claim.mark(),
                    Shown.measured(claim.measured()),
                    interval == null ? Shown.NOTHING : Numbers.interval(interval),
                    claim.explanation()));
        }
        claims.write(page);
    }
}
