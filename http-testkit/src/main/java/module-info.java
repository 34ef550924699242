/**
 * The contract suite that every server must pass, and the raw HTTP client it speaks with.
 *
 * <p>It knows nothing of the servers but their port: it shares no code with them, so that a mistake of theirs is not
 * repeated here.
 */
module io.laio.http.testkit {
    requires static transitive org.jspecify;
    requires transitive org.junit.jupiter.api;

    exports io.laio.http.testkit;

    opens io.laio.http.testkit to
            org.junit.platform.commons;
}
