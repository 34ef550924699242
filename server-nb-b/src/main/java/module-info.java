/** Servers whose disk accesses block the event loop: {@code flash-nb-b}, {@code thttpd-nb-b}. */
module io.laio.server.nb {
    requires static transitive org.jspecify;
    requires transitive io.laio.http;

    exports io.laio.server.nb;

    provides io.laio.http.server.ServerVariant with
            io.laio.server.nb.FlashNbB,
            io.laio.server.nb.ThttpdNbB;
}
