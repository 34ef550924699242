/** Traces, document roots and replay: a client of the servers that shares no code with them but the Linux binding. */
@SuppressWarnings("requires-automatic") // HdrHistogram and others have no module descriptor
module io.laio.workload {
    requires static transitive org.jspecify;
    requires io.laio;
    requires info.picocli;
    requires org.slf4j;
    requires com.fasterxml.jackson.databind;
    requires HdrHistogram;
    requires org.apache.commons.rng.simple;
    requires org.apache.commons.rng.sampling;
}
