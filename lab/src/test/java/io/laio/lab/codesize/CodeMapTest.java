package io.laio.lab.codesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The map of this repository: a place that is gone, or a file without a place, fails here and says which. */
class CodeMapTest {
    private static final Path REPOSITORY = Path.of("..");

    @Test
    void everyFileHasItsPlaceAndEveryPlaceItsFile() throws IOException {
        CodeSize size = CodeCounter.count(REPOSITORY, CodeMap.read(REPOSITORY.resolve(CodeMap.PATH)));
        for (Component part : CodeSize.PARTS) {
            assertTrue(size.lines(PaperSize.AMPED, part) > 0, part::label);
        }
        assertEquals(0, size.lines(PaperSize.LAIO, Component.PARTIAL_WRITE_STATE));
        assertEquals(0, size.lines(PaperSize.AMPED, Component.LIBRARY));
        assertEquals(size.lines(PaperSize.AMPED, Component.BINDING), size.lines(PaperSize.LAIO, Component.BINDING));
    }

    /** A map without AMPED's own module says so; with the module there, it is counted, and the map does not say so. */
    @Test
    void theModuleOfAmpedIsCountedAsSoonAsItIsThere() throws IOException {
        CodeMap map = CodeMap.read(REPOSITORY.resolve(CodeMap.PATH));
        boolean counted = map.sources().contains("server-amped/src/main/java");
        assertEquals(Files.exists(REPOSITORY.resolve("server-amped/pom.xml")), counted);
        assertEquals(counted, "flash-nb-amped".equals(map.systems().get(PaperSize.AMPED)));
    }
}
