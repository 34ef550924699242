package io.laio.http.testkit;

import java.util.SplittableRandom;

/** Bytes in which no part looks like another, so that a byte sent twice, left out or from elsewhere shows. */
final class Content {
    private Content() {}

    /** The same bytes for the same seed and size, on every machine. */
    static byte[] of(String seed, int sizeBytes) {
        byte[] content = new byte[sizeBytes];
        new SplittableRandom(seed.hashCode()).nextBytes(content);
        return content;
    }
}
