package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.comparison.figures.ComparisonFigures;
import io.laio.comparison.results.ContestantInfo;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.WorkloadInfo;
import io.laio.comparison.statistics.RunTable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The report: one page that needs nothing but itself. */
public final class ReportPage {
    private final Results results;
    private final List<Section> sections;

    /**
     * The report of a comparison.
     *
     * @param results what was found
     * @param table the same, as a table
     * @param figures the same, drawn
     */
    public ReportPage(Results results, RunTable table, ComparisonFigures figures) {
        this.results = results;
        List<Section> all = List.of(
                new AnswerSection(results, table),
                new ClaimsSection(results),
                new FiguresSection(results, table, figures),
                new WaitingSection(results, table),
                new ProofSection(results, table),
                new FailuresSection(results, table),
                new WorkloadsSection(results),
                new EnvironmentSection(results),
                new ThreatsSection(results),
                new RunsSection(results, table),
                new RerunSection(results));
        sections = all.stream().filter(Section::present).toList();
    }

    /**
     * The page.
     *
     * @return HTML, UTF-8
     */
    public byte[] bytes() {
        Markup page = new Markup();
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", "laio: " + question());
        page.raw("<style>\n" + PageCss.sheet() + "</style>\n").close("head").open("body");
        writeHeader(page);
        page.open("main");
        sections.forEach(section -> write(page, section));
        page.close("main");
        page.element("footer", "Drawn by laio from results.json, schema version " + results.schemaVersion() + ".");
        return page.close("body").close("html").toString().getBytes(StandardCharsets.UTF_8);
    }

    private String question() {
        List<String> workloads =
                results.plan().workloads().stream().map(WorkloadInfo::name).toList();
        return "Which server for " + (workloads.isEmpty() ? "this workload" : Words.and(workloads)) + "?";
    }

    private void writeHeader(Markup page) {
        List<String> servers =
                results.plan().contestants().stream().map(ContestantInfo::name).toList();
        page.open("header").element("h1", question());
        new Prose(servers)
                .element(
                        page,
                        "p",
                        "How should a web server wait for its disk? Here " + Words.and(servers)
                                + " answered the same requests on one machine, from caches brought to the same state and "
                                + "with the same memory.");
        page.element(
                "p",
                "Plan " + results.plan().name() + " · "
                        + Words.count(results.runs().size(), "run") + " · "
                        + results.environment().recordedAt() + " · laio "
                        + results.environment().commit(),
                "class",
                "meta");
        page.open("nav", "aria-label", "Contents");
        sections.forEach(section -> page.element("a", section.title(), "href", "#" + section.id()));
        page.close("nav").close("header");
    }

    private static void write(Markup page, Section section) {
        page.open("section", "aria-labelledby", section.id());
        page.element("h2", section.title(), "id", section.id());
        section.write(page);
        page.close("section");
    }
}
