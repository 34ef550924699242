/** Servers whose disk accesses block the event loop: {@code flash-nb-b}. */
module io.laio.server.nb {
    requires static transitive org.jspecify;
    requires io.laio.http;
}
