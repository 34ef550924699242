/** Small experiments that need no server: a pipe, emulated disks; and the size of the servers' code. */
@SuppressWarnings("requires-automatic") // picocli and others may have no module descriptor
module io.laio.lab {
    requires static transitive org.jspecify;
    requires io.laio;
    requires io.laio.analysis;
    requires io.laio.testbed;
    requires info.picocli;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires java.management;

    exports io.laio.lab.cli;

    opens io.laio.lab.cli to
            info.picocli;
    opens io.laio.lab.codesize to
            com.fasterxml.jackson.databind;
}
