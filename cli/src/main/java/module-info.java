/** {@code bin/laio}: one command tree over all modules. */
module io.laio.cli {
    requires static transitive org.jspecify;
    requires io.laio.http;
    requires io.laio.server.nb;
    requires io.laio.server.amped;
    requires io.laio.server.amted;
    requires io.laio.server.laio;
    requires io.laio.server.threads;
    requires io.laio.testbed;
    requires io.laio.workload;
    requires io.laio.comparison;
    requires io.laio.lab;
    requires info.picocli;
    requires org.slf4j;

    opens io.laio.cli to
            info.picocli;
}
