package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/LAIO.md ends with the table of all system calls; with {@code -Dlaio.docs.write=true} it is written anew. */
class CallTableTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "LAIO.md");
    private static final String BEGIN = "| call |";

    @Test
    void everyCallIsInTheDocumentationAsInTheCode() throws IOException {
        String text = Files.readString(DOCUMENT);
        int begin = text.indexOf(BEGIN, text.indexOf(CallTable.HEADING));
        if (Boolean.getBoolean("laio.docs.write")) {
            Files.writeString(DOCUMENT, text.substring(0, begin) + CallTable.render());
        }
        String documented = Files.readString(DOCUMENT).substring(begin);
        assertEquals(
                CallTable.render(),
                documented,
                "./mvnw -pl laio test -Dtest=CallTableTest -Dlaio.docs.write=true writes it");
    }
}
