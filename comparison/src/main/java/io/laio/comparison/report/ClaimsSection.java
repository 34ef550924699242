package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.analysis.statistics.Interval;
import io.laio.comparison.results.ClaimPart;
import io.laio.comparison.results.ClaimResult;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.Verdict;
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
        List<ClaimResult> claims = results.claims();
        List<String> reasons =
                claims.stream().map(ClaimResult::explanation).distinct().toList();
        if (reasons.size() == 1 && claims.getFirst().verdict() == Verdict.NOT_RUN) {
            page.element("p", "None of the study's " + claims.size() + " claims was judged. " + reasons.getFirst());
            return;
        }
        page.element(
                "p",
                "Of the study's " + claims.size() + " claims: " + ClaimsText.count(claims)
                        + ". Each is a rule over results that was written before the runs; a verdict with fewer than six "
                        + "repeats behind it is provisional.");
        verdicts(claims).write(page);
        page.open("details").element("summary", "What has to hold for each, and what was measured");
        parts(claims).write(page);
        page.close("details");
    }

    private static HtmlTable verdicts(List<ClaimResult> claims) {
        HtmlTable table = new HtmlTable(
                "Verdicts. Source: S slides, P paper, R recalled, U unknown",
                List.of("claim", "verdict", "statement", "source", "paper", "measured", "95 % interval", "why"));
        for (ClaimResult claim : claims) {
            Interval interval = claim.interval();
            table.row(List.of(
                    claim.id(),
                    VerdictWords.of(claim),
                    claim.statement(),
                    claim.mark(),
                    claim.paper(),
                    Shown.measured(claim.measured()),
                    interval == null ? Shown.NOTHING : Numbers.interval(interval),
                    claim.explanation()));
        }
        return table;
    }

    private static HtmlTable parts(List<ClaimResult> claims) {
        HtmlTable table = new HtmlTable(
                "Parts of claims. Ratios are those of how good two servers are",
                List.of("claim", "part", "", "here", "should be", "paper", "repeats"));
        for (ClaimResult claim : claims) {
            for (ClaimPart part : claim.parts()) {
                table.row(List.of(
                        claim.id(),
                        part.what(),
                        VerdictWords.mark(part.outcome()) + " "
                                + part.outcome().label().replace('-', ' '),
                        part.here(),
                        part.expected(),
                        part.paper(),
                        part.repeats() == 0 ? Shown.NOTHING : Integer.toString(part.repeats())));
            }
        }
        return table;
    }
}
