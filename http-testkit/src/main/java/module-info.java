/**
 * The contract suite that every server must pass, and the raw HTTP client it speaks with.
 *
 * <p>What checks knows nothing of the servers but their port: it shares no code with them, so that a mistake of theirs is not
 * repeated here. Only {@link io.laio.http.testkit.VariantServer}, which starts them, knows them.
 */
module io.laio.http.testkit {
    requires static transitive org.jspecify;
    requires transitive io.laio.http;
    requires transitive org.junit.jupiter.api;
    requires transitive org.junit.jupiter.params;
    requires jdk.management;

    exports io.laio.http.testkit;

    opens io.laio.http.testkit to
            org.junit.platform.commons;
}
