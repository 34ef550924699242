/** The study: plans, contestants, cache states, memory budgets, runs, statistics, figures and the report. */
@SuppressWarnings("requires-automatic") // HdrHistogram and others have no module descriptor
module io.laio.comparison {
    requires static transitive org.jspecify;
    requires io.laio;
    requires transitive io.laio.analysis; // figures and intervals are part of its own types
    requires io.laio.testbed;
    requires io.laio.workload;
    requires info.picocli;
    requires org.slf4j;
    requires transitive com.fasterxml.jackson.databind; // JsonNode is part of the results
    requires HdrHistogram;
    requires jdk.httpserver;

    exports io.laio.comparison.cli;
    exports io.laio.comparison.figures;
    exports io.laio.comparison.report;
    exports io.laio.comparison.results;
    exports io.laio.comparison.statistics;

    opens io.laio.comparison.cli to
            info.picocli;
    opens io.laio.comparison.cgroup to
            com.fasterxml.jackson.databind;
    opens io.laio.comparison.remote to
            com.fasterxml.jackson.databind;
    opens io.laio.comparison.results to
            com.fasterxml.jackson.databind;
}
