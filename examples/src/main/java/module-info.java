/** Examples for the library laio. */
module io.laio.examples {
    requires io.laio;
    requires static org.jspecify;
}
