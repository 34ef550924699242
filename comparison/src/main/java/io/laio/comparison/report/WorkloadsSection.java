package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.WorkloadInfo;
import java.util.List;
import java.util.Map;

/** What was played; for an imported log also what was not, and why. */
record WorkloadsSection(Results results) implements Section {
    /** Parameters of an imported trace that count log lines passed over begin so. */
    private static final String SKIPPED = "skipped: ";

    @Override
    public String id() {
        return "workloads";
    }

    @Override
    public String title() {
        return "The workloads";
    }

    @Override
    public boolean present() {
        return !results.plan().workloads().isEmpty();
    }

    @Override
    public void write(Markup page) {
        HtmlTable table = new HtmlTable(
                "Whole trace, and the prefix that every run plays at most",
                List.of(
                        "workload",
                        "sequences",
                        "requests",
                        "files",
                        "bytes of files",
                        "requests played",
                        "bytes touched",
                        "SHA-256"));
        for (WorkloadInfo workload : results.plan().workloads()) {
            table.row(List.of(
                    workload.name(),
                    Numbers.whole(workload.sequences()),
                    Numbers.whole(workload.requests()),
                    Numbers.whole(workload.files()),
                    Numbers.bytes(workload.footprintBytes()),
                    Numbers.whole(workload.prefixRequests()),
                    Numbers.bytes(workload.prefixFootprintBytes()),
                    workload.traceSha256()));
        }
        table.write(page);
        results.plan().workloads().forEach(workload -> writeParameters(page, workload));
        results.plan().workloads().forEach(workload -> writeSkipped(page, workload));
    }

    private static void writeParameters(Markup page, WorkloadInfo workload) {
        List<Map.Entry<String, String>> made = workload.parameters().entrySet().stream()
                .filter(parameter -> !parameter.getKey().startsWith(SKIPPED))
                .toList();
        if (made.isEmpty()) {
            return;
        }
        page.open("details").element("summary", "How " + workload.name() + " was made");
        HtmlTable parameters = new HtmlTable("Parameters of " + workload.name(), List.of("parameter", "value"));
        made.forEach(parameter -> parameters.row(List.of(parameter.getKey(), parameter.getValue())));
        parameters.write(page);
        page.close("details");
    }

    private static void writeSkipped(Markup page, WorkloadInfo workload) {
        List<Map.Entry<String, String>> skipped = workload.parameters().entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith(SKIPPED))
                .toList();
        if (skipped.isEmpty()) {
            return;
        }
        HtmlTable table = new HtmlTable(
                "Log lines of " + workload.name() + " that are not in the trace", List.of("reason", "lines"));
        skipped.forEach(reason -> table.row(List.of(reason.getKey().substring(SKIPPED.length()), reason.getValue())));
        table.write(page);
    }
}
