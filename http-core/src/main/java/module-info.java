/** What every server of the study shares: HTTP/1.1, document root, caches, event loop, connections and the two seams. */
module io.laio.http {
    requires static transitive org.jspecify;
    requires transitive io.laio;
    requires info.picocli;
    requires org.slf4j;

    exports io.laio.http.protocol;
}
