package io.laio.lab.codesize;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small repository, and maps that fit it or do not. */
class CodeCounterTest {
    private static final String REST = place("core/", "", "\"AMPED\", \"LAIO\"", "rest");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path repository;

    @BeforeEach
    void writeSources() throws IOException {
        write("core/A.java", "class A {\n    void read() {\n        b();\n    }\n\n    void send() {}\n}\n");
        write("core/names/N.java", "class N {\n}\n");
        write("core/notes.txt", "class C {}\n");
        write("library/L.java", "// L\nclass L {}\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String place(String path, String declaration, String of, String component) {
        String anchor = declaration.isEmpty() ? "" : "\"declaration\": \"" + declaration + "\", ";
        return "{\"path\": \"%s\", %s\"of\": [%s], \"component\": \"%s\", \"why\": \"test\"}"
                .formatted(path, anchor, of, component);
    }

    private CodeSize count(String... places) throws IOException {
        Path map = repository.resolve("map.json");
        Files.writeString(map, """
                {"description": "d", "systems": {"AMPED": "a", "LAIO": "l"}, "sources": ["core"],
                 "places": [%s]}
                """.formatted(String.join(",", places)));
        return CodeCounter.count(repository, CodeMap.read(map));
    }

    @Test
    void theNarrowestPlaceOfALineCounts() throws IOException {
        CodeSize size = count(
                REST,
                place("core/names/", "", "\"AMPED\"", "name-conversion"),
                place("core/A.java", "void read()", "\"LAIO\"", "file-read"));
        assertAll(
                () -> assertEquals(3, size.lines("LAIO", Component.FILE_READ)),
                () -> assertEquals(0, size.lines("AMPED", Component.FILE_READ)),
                () -> assertEquals(3, size.lines("AMPED", Component.REST)),
                () -> assertEquals(2, size.lines("AMPED", Component.NAME_CONVERSION)),
                () -> assertEquals(6, size.all("LAIO")),
                () -> assertEquals(5, size.all("AMPED")));
    }

    private void assertMisfit(String expected, String... places) {
        String message = String.valueOf(
                assertThrows(MisfitException.class, () -> count(places)).getMessage());
        assertTrue(message.contains(expected), message);
    }

    @Test
    void aPlaceThatIsGoneIsNamed() {
        assertMisfit("core/B.java: there is no such source", REST, place("core/B.java", "", "", "rest"));
        assertMisfit("core/A.java: no line has: void gone", REST, place("core/A.java", "void gone", "", "rest"));
    }

    @Test
    void aFileThatIsInNoComponentIsNamed() {
        assertMisfit("core/names/N.java: is in no component", place("core/A.java", "", "", "rest"));
        assertMisfit("core/A.java: is in no component", place("core/names/", "", "", "rest"));
    }

    @Test
    void aLineCountsOnce() {
        assertMisfit(
                "core/A.java: counted twice: void read",
                REST,
                place("core/A.java", "class A", "", "file-read"),
                place("core/A.java", "void read", "", "file-read"));
    }

    @Test
    void anUnknownSystemOrWordOrMemberIsRefused() {
        assertMisfit("no system is called NGINX", REST, place("core/A.java", "", "\"NGINX\"", "rest"));
        assertMisfit("map.json", place("core/", "", "", "soup"));
        assertMisfit("map.json", "{\"path\": \"core/\", \"of\": [], \"component\": \"rest\"}");
        assertMisfit(
                "map.json", "{\"path\": \"core/\", \"of\": [], \"component\": \"rest\", \"why\": \"\", \"how\": 1}");
    }

    @Test
    void theTextHasOursBesideThePapers() throws IOException {
        CodeSize size = count(
                REST,
                place("core/names/", "", "\"AMPED\"", "name-conversion"),
                place("core/A.java", "void read()", "\"LAIO\"", "file-read"));
        String text = new CodeSizeText(size).text();
        for (String row : List.of(
                "Name conversion +2 +610 \\[S] +0 +375 \\[S]",
                "Partial-write state +0 +70 \\[S] +0 +0 \\[S]",
                "Rest +3 +7,630 \\[S] +3 +7,630 \\[S]",
                "Server in all +5 +8,860 \\[S] +6 +8,020 \\[S]")) {
            assertTrue(text.lines().anyMatch(line -> line.strip().matches(row)), row + "\n" + text);
        }
        for (String words : List.of(
                "less code: contradicted. Its server is 20.0 % larger than AMPED's; the paper's 9.5 % smaller [S]",
                "together: contradicted. AMPED's are 0.7 times LAIO's; the paper's 3.2 times [S]",
                "Both share 0 lines of these parts; beyond them AMPED has 2, and LAIO 3.",
                "No state of partial writes: reproduced.")) {
            assertTrue(text.contains(words), words + "\n" + text);
        }
    }

    @Test
    void jsonHasTheSameFigures() throws IOException {
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(
                        new CodeSizeJson().text(count(REST, place("core/names/", "", "\"AMPED\"", "name-conversion"))));
        JsonNode amped = json.get("systems").get("AMPED");
        assertAll(
                () -> assertEquals("a", amped.get("server").textValue()),
                () -> assertEquals(2, amped.get("nameConversion").intValue()),
                () -> assertEquals(8, amped.get("serverTotal").intValue()),
                () -> assertEquals(610, amped.get("paper").get("nameConversion").intValue()),
                () -> assertEquals(
                        0.25, json.get("claimC8").get("savedFraction").doubleValue()),
                () -> assertTrue(json.get("claimC8").get("isSmaller").booleanValue()));
    }
}
