package io.laio.comparison.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameCacheTest {
    @TempDir
    Path directory;

    @Test
    void pagesAndNamesAreDropped() throws IOException {
        Path control = Files.createFile(directory.resolve("drop_caches"));
        NameCache names = new NameCache(control);
        assertTrue(names.mayEmpty());
        names.empty();
        assertEquals("3", Files.readString(control));
    }

    @Test
    void withoutTheControlItMayNot() {
        assertFalse(new NameCache(directory.resolve("absent")).mayEmpty());
    }
}
