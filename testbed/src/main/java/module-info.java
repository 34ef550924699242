/** The machine to experiment on: block devices that behave like a chosen disk, and links like a chosen network. */
@SuppressWarnings("requires-automatic") // picocli and others may have no module descriptor
module io.laio.testbed {
    requires static transitive org.jspecify;
    requires transitive io.laio; // the kernel is a parameter
    requires transitive info.picocli; // exceptions choose the exit code
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;

    exports io.laio.testbed.cli;
    exports io.laio.testbed.disk;
    exports io.laio.testbed.disk.daemon;
    exports io.laio.testbed.disk.device;
    exports io.laio.testbed.disk.model;
    exports io.laio.testbed.disk.model.catalogue;
    exports io.laio.testbed.disk.model.simulation;
    exports io.laio.testbed.network;

    opens io.laio.testbed.cli to
            info.picocli,
            com.fasterxml.jackson.databind;
    opens io.laio.testbed.disk to
            com.fasterxml.jackson.databind;
    opens io.laio.testbed.disk.daemon to
            com.fasterxml.jackson.databind;
}
