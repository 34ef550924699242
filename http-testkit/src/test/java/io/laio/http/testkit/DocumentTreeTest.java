package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTreeTest {
    @Test
    void everyDocumentExistsAndNoneHoldsTheSecret(@TempDir Path directory) throws IOException {
        for (Path file : DocumentTree.create(directory).documents().values()) {
            assertFalse(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(DocumentTree.SECRET));
        }
    }

    @Test
    void theSecretLiesBehindEveryLinkThatLeadsOut(@TempDir Path directory) throws IOException {
        DocumentTree tree = DocumentTree.create(directory);
        for (String way :
                new String[] {"links/escaping.txt", "links/absolute.txt", "links/outside/secret.txt", ".hidden"}) {
            assertEquals(DocumentTree.SECRET, Files.readString(tree.resolve(way)), way);
        }
    }

    @Test
    void namesAreEncodedForARequestLine() {
        assertAll(
                () -> assertEquals("/a-b_c.d~/1", DocumentTree.encoded("/a-b_c.d~/1")),
                () -> assertEquals("/a%20b%25", DocumentTree.encoded("/a b%")),
                () -> assertEquals("/%C3%B6", DocumentTree.encoded("/ö")));
    }

    @Test
    void contentIsRepeatableAndItsPartsDiffer() {
        byte[] content = Content.of("seed", 8192);
        assertAll(
                () -> assertTrue(Arrays.equals(content, Content.of("seed", 8192))),
                () -> assertFalse(Arrays.equals(content, Content.of("other", 8192))),
                () -> assertFalse(Arrays.equals(content, 0, 4096, content, 4096, 8192)));
    }

    @Test
    void deletingLeavesNothing(@TempDir Path directory) throws IOException {
        Path inner = Files.createDirectory(directory.resolve("inner"));
        DocumentTree.create(inner);
        DocumentTree.delete(inner);
        assertFalse(Files.exists(inner));
    }
}
