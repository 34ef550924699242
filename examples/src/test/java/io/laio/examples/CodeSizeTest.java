package io.laio.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README compares the sizes of the file servers: it has to be right about all of them. */
class CodeSizeTest {
    private static final Path SOURCES = Path.of("src/main/java/io/laio/examples");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| \\[[^]]*]\\([^)]*/(\\w+FileServer)\\.java\\) \\| (\\d+) \\|");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^ *//[^\n]*$");

    @Test
    void readmeHasTheSizeOfEveryFileServer() throws IOException {
        Map<String, Long> documented = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("../laio/README.md")))
                .results()
                .forEach(row -> documented.put(row.group(1), Long.valueOf(row.group(2))));
        assertEquals(sizes(), documented);
    }

    private static Map<String, Long> sizes() throws IOException {
        try (var files = Files.list(SOURCES)) {
            return new TreeMap<>(files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> name.matches("\\w+FileServer"))
                    .collect(Collectors.toMap(name -> name, CodeSizeTest::lines)));
        }
    }

    private static long lines(String name) {
        try {
            String code = COMMENT.matcher(Files.readString(SOURCES.resolve(name + ".java")))
                    .replaceAll("");
            return code.lines()
                    .filter(line -> !line.isBlank() && !line.matches("(package|import) .*"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
