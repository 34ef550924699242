package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.statistics.RunTable;
import java.util.List;
import java.util.stream.Collectors;

/** Requests that failed, runs that do not count, and what else was noted. */
record FailuresSection(Results results, RunTable table) implements Section {
    @Override
    public String id() {
        return "failures";
    }

    @Override
    public String title() {
        return "Failures and invalid runs";
    }

    @Override
    public boolean present() {
        return !results.runs().isEmpty();
    }

    @Override
    public void write(Markup page) {
        long requests = results.runs().stream()
                .mapToLong(run -> run.performance().requests())
                .sum();
        long failed = results.runs().stream()
                .mapToLong(run -> run.performance().failed())
                .sum();
        long invalid = results.runs().stream().filter(run -> !run.valid()).count();
        page.element(
                "p",
                Numbers.whole(requests) + " responses were right; "
                        + (failed == 0 ? "no request" : Words.count(failed, "request"))
                        + " failed. " + Words.counting(invalid, results.runs().size())
                        + (invalid == 0 ? "." : ". What does not count is in no figure and no verdict."));
        HtmlTable noted = new HtmlTable(
                "Runs with failures, reasons against them, or notes",
                List.of(
                        "run",
                        "server",
                        "workload",
                        "cache",
                        "clients",
                        "failed requests",
                        "does not count because",
                        "notes"));
        List<RunResult> worthNoting = results.runs().stream()
                .filter(run -> !run.valid()
                        || run.performance().failed() > 0
                        || !run.validity().notes().isEmpty())
                .toList();
        worthNoting.forEach(run -> noted.row(row(run)));
        if (!worthNoting.isEmpty()) {
            noted.write(page);
        }
    }

    private List<String> row(RunResult run) {
        String failures = run.performance().failures().entrySet().stream()
                .filter(failure -> failure.getValue() > 0)
                .map(failure -> failure.getKey() + " " + Numbers.whole(failure.getValue()))
                .collect(Collectors.joining(", "));
        return List.of(
                String.valueOf(run.evidence().order()),
                table.contestant(run),
                run.setting().workload(),
                run.setting().cache().label(),
                String.valueOf(run.setting().clients()),
                failures.isEmpty() ? "none" : failures,
                run.valid() ? Shown.NOTHING : String.join("; ", run.validity().invalidReasons()),
                String.join("; ", run.validity().notes()));
    }
}
