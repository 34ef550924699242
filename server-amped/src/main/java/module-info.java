/** The server whose helpers are processes, which go to the disk in its place: {@code flash-nb-amped}. */
module io.laio.server.amped {
    requires static transitive org.jspecify;
    requires transitive io.laio.http;

    exports io.laio.server.amped;

    provides io.laio.http.server.ServerVariant with
            io.laio.server.amped.FlashNbAmped;
}
