/** The contract suite that every server must pass, and the raw HTTP client it speaks with. */
module io.laio.http.testkit {
    requires static transitive org.jspecify;
    requires transitive io.laio.http;
    requires transitive org.junit.jupiter.api;
}
