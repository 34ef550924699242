/** Servers that are not event-driven: {@code mp-prefork}, {@code mt-pool}, {@code mt-virtual}. */
module io.laio.server.threads {
    requires static transitive org.jspecify;
    requires transitive io.laio.http;
    requires org.slf4j;

    exports io.laio.server.threads;

    provides io.laio.http.server.ServerVariant with
            io.laio.server.threads.MpPrefork,
            io.laio.server.threads.MtPool,
            io.laio.server.threads.MtVirtual;
}
