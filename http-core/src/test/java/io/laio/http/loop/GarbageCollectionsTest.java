package io.laio.http.loop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GarbageCollectionsTest {
    private final GarbageCollections collections = new GarbageCollections();

    @Test
    void aCollectionOfTheSpanIsTold() {
        collections.spanStarts();
        System.gc();
        assertTrue(collections.nanosInSpan() > 0);
    }

    @Test
    void aCollectionBeforeTheSpanIsNot() {
        System.gc();
        boolean forgotten = false;
        for (int attempt = 0; attempt < 10 && !forgotten; attempt++) {
            collections.spanStarts();
            forgotten = collections.nanosInSpan() == 0; // unless there happened to be another one just now
        }
        assertTrue(forgotten);
    }

    @Test
    void theNextOneIsToldToo() {
        System.gc();
        collections.spanStarts();
        System.gc();
        assertTrue(collections.nanosInSpan() > 0);
    }
}
