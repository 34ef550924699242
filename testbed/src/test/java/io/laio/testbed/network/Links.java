package io.laio.testbed.network;

/** Links for tests. */
final class Links {
    private Links() {}

    static LinkModel named(String name) {
        return new LinkModel(name, "a link for tests", 1000, 1500, 24, 131_072, 1_514_000, "made up");
    }
}
