/** The server whose helpers are threads in its own address space: {@code flash-nb-amted}. */
module io.laio.server.amted {
    requires static transitive org.jspecify;
    requires transitive io.laio.http;

    exports io.laio.server.amted;

    provides io.laio.http.server.ServerVariant with
            io.laio.server.amted.FlashNbAmted;
}
