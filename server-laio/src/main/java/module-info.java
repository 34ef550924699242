/** Servers that never block: {@code flash-laio-laio}. */
module io.laio.server.laio {
    requires static transitive org.jspecify;
    requires io.laio.http;
}
