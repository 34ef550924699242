/** The study: plans, contestants, cache states, memory budgets, runs, statistics, figures and the report. */
@SuppressWarnings("requires-automatic") // HdrHistogram and others have no module descriptor
module io.laio.comparison {
    requires static transitive org.jspecify;
    requires io.laio;
    requires io.laio.workload;
    requires info.picocli;
    requires org.slf4j;
    requires com.fasterxml.jackson.databind;
    requires HdrHistogram;
    requires me.tongfei.progressbar;
}
