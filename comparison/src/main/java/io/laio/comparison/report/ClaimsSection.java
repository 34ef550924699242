package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.analysis.statistics.Interval;
import io.laio.comparison.results.ClaimPart;
import io.laio.comparison.results.ClaimResult;
import io.laio.comparison.results.ContestantInfo;
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
                        + "repeats behind it is provisional. Where a statement is known from: [S] the study's slides, [P] its "
                        + "paper, [R] recalled, [U] unknown.");
        verdicts(page, claims);
        page.open("details").element("summary", "What has to hold for each, and what was measured");
        parts(claims).write(page);
        page.close("details");
    }

    /** A list, not a table: what matters most are sentences. */
    private void verdicts(Markup page, List<ClaimResult> claims) {
        Prose prose = new Prose(
                results.plan().contestants().stream().map(ContestantInfo::name).toList());
        page.open("dl");
        for (ClaimResult claim : claims) {
            page.open("dt").text(claim.id() + " ");
            VerdictBadge.write(page, VerdictWords.of(claim));
            prose.write(page, " " + claim.statement() + " [" + claim.mark() + "]");
            page.close("dt");
            prose.element(page, "dd", claim.explanation());
            page.element("dd", number(claim) + "The paper: " + claim.paper() + ".", "class", "meta");
        }
        page.close("dl");
    }

    private static String number(ClaimResult claim) {
        Double measured = claim.measured();
        Interval interval = claim.interval();
        return measured == null
                ? ""
                : "Here: " + Numbers.measured(measured)
                        + (interval == null ? "" : " (95 % interval " + Numbers.interval(interval) + ")") + ". ";
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
