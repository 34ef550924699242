/** The machine to experiment on: block devices that behave like a chosen disk. */
module io.laio.testbed {
    requires static transitive org.jspecify;

    exports io.laio.testbed.disk.model;
}
