/** Servers that never block: {@code flash-laio-laio}, {@code flash-nb-laio}, {@code thttpd-laio-laio}. */
module io.laio.server.laio {
    requires static transitive org.jspecify;
    requires transitive io.laio.http;

    exports io.laio.server.laio;

    provides io.laio.http.server.ServerVariant with
            io.laio.server.laio.FlashLaioLaio,
            io.laio.server.laio.FlashNbLaio,
            io.laio.server.laio.ThttpdLaioLaio;
}
