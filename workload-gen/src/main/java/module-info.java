/** Traces, document roots and replay: a client of the servers that shares no code with them but the Linux binding. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // HdrHistogram and others: no descriptor
module io.laio.workload {
    requires static transitive org.jspecify;
    requires io.laio;
    requires transitive io.laio.analysis;
    requires info.picocli;
    requires com.fasterxml.jackson.databind;
    requires transitive HdrHistogram;
    requires org.apache.commons.rng.api;
    requires org.apache.commons.rng.simple;
    requires org.apache.commons.rng.sampling;

    exports io.laio.workload.cli;
    exports io.laio.workload.describe;
    exports io.laio.workload.documents;
    exports io.laio.workload.imports;
    exports io.laio.workload.replay;
    exports io.laio.workload.synth;
    exports io.laio.workload.trace;

    opens io.laio.workload.cli to
            info.picocli;
}
