/**
 * Servers whose event loop is blocked by the disk: {@code flash-nb-b}, {@code thttpd-nb-b}; and, but for reads,
 * {@code flash-nb-aio}.
 */
module io.laio.server.nb {
    requires static transitive org.jspecify;
    requires transitive io.laio.http;

    exports io.laio.server.nb;

    provides io.laio.http.server.ServerVariant with
            io.laio.server.nb.FlashNbAio,
            io.laio.server.nb.FlashNbB,
            io.laio.server.nb.ThttpdNbB;
}
