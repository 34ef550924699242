/** What every server of the study shares: HTTP/1.1, document root, caches, event loop, connections and the two seams. */
module io.laio.http {
    requires static transitive org.jspecify;
    requires transitive io.laio;
    requires info.picocli;
    requires java.management;
    requires org.slf4j;

    exports io.laio.http.connection;
    exports io.laio.http.disk;
    exports io.laio.http.document;
    exports io.laio.http.helper;
    exports io.laio.http.loop;
    exports io.laio.http.network;
    exports io.laio.http.process;
    exports io.laio.http.protocol;
    exports io.laio.http.server;

    uses io.laio.http.server.ServerVariant;

    opens io.laio.http.server to
            info.picocli;
}
