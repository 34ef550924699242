package io.laio.workload.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentTest {
    @ParameterizedTest
    @ValueSource(strings = {"/a", "/a/b.html", "/a%20b", "/~u/x?y=z", "/a/b..c"})
    void plainPathsAreTaken(String path) {
        assertEquals(path, new Document(path, 0).path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "a", "/a/", "//a", "/a//b", "/.a", "/a/.b", "/a/..", "/a b", "/\u00fc", "/a\u007f"})
    void pathsThatAFileSystemOrServerCouldTakeOtherwiseAreRefused(String path) {
        assertThrows(IllegalArgumentException.class, () -> new Document(path, 0));
    }

    @Test
    void aSegmentFitsAFileName() {
        assertEquals(256, new Document("/" + "x".repeat(255), 0).path().length());
        assertThrows(IllegalArgumentException.class, () -> new Document("/" + "x".repeat(256), 0));
    }

    @Test
    void aNegativeSizeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Document("/a", -1));
    }
}
