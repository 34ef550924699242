package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.comparison.results.Percentiles;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.statistics.RunTable;
import java.util.List;

/** Every run. */
record RunsSection(Results results, RunTable table) implements Section {
    @Override
    public String id() {
        return "runs";
    }

    @Override
    public String title() {
        return "Every run";
    }

    @Override
    public boolean present() {
        return !results.runs().isEmpty();
    }

    @Override
    public void write(Markup page) {
        page.open("details");
        page.element("summary", Words.count(results.runs().size(), "run") + ", in order of execution");
        HtmlTable runs = new HtmlTable(
                "All runs; results.csv has every field",
                List.of(
                        "run",
                        "server",
                        "workload",
                        "cache",
                        "clients",
                        "repeat",
                        "Mb/s",
                        "requests",
                        "failed",
                        "mean ms",
                        "p50",
                        "p90",
                        "p99",
                        "max",
                        "CPU µs/request",
                        "page cache",
                        "seconds",
                        "counts"));
        results.runs().forEach(run -> runs.row(row(run)));
        runs.write(page);
        page.close("details");
    }

    private List<String> row(RunResult run) {
        Percentiles times = run.performance().responseTimeMillis();
        return List.of(
                String.valueOf(run.evidence().order()),
                table.contestant(run),
                run.setting().workload(),
                run.setting().cache().label(),
                String.valueOf(run.setting().clients()),
                String.valueOf(run.setting().repeat()),
                Numbers.measured(run.performance().throughputMbps()),
                Numbers.whole(run.performance().requests()),
                Numbers.whole(run.performance().failed()),
                Numbers.measured(times.mean()),
                Numbers.measured(times.p50()),
                Numbers.measured(times.p90()),
                Numbers.measured(times.p99()),
                Numbers.measured(times.max()),
                Shown.measured(run.use().serverCpuMicrosPerRequest()),
                Shown.bytes(run.use().pageCacheBytes()),
                Numbers.measured(run.evidence().elapsedMillis() / 1000),
                run.valid() ? "yes" : "no");
    }
}
