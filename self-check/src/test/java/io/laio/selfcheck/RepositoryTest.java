package io.laio.selfcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The repository keeps its own rules. */
class RepositoryTest {
    private static final int LONGEST_METHOD_LINES = 40;
    private static final int LARGEST_FILE_BYTES = 1 << 20;

    /** Methods that were longer when the rule began; lines may only be lowered or removed. */
    private static final Map<String, Integer> LONGER =
            Map.of("http-core/src/test/java/io/laio/http/protocol/RequestCorpus.java#all", 144); // a table

    private final Checkout checkout = Checkout.current();

    @TestFactory
    Stream<DynamicTest> everyFileKeepsTheRules() {
        Map<String, Rule> rules = new TreeMap<>(Map.of(
                "nothing is left unfinished", BannedText.UNFINISHED,
                "no test sleeps", BannedText.SLEEPING_TEST,
                "no path of one machine", BannedText.MACHINE_PATH,
                "only Main ends the JVM", BannedText.EXIT,
                "no exception is swallowed", BannedText.SWALLOWED,
                "randomness is seeded", BannedText.UNSEEDED,
                "links between documents lead somewhere", new MarkdownLinks(checkout.root()),
                "modules know only what they may", new ModuleDirection(),
                "methods are short", new Length(LONGEST_METHOD_LINES, LONGER),
                "the changelog has its shape", new ChangelogShape()));
        List<SourceFile> sources = checkout.sources();
        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> assertKept(rule.getValue(), sources)));
    }

    private static void assertKept(Rule rule, List<SourceFile> sources) {
        String violations = sources.stream().flatMap(rule::violations).collect(Collectors.joining("\n"));
        assertEquals("", violations);
    }

    @Test
    void noFileIsLarge() throws IOException {
        for (Path file : checkout.files()) {
            assertTrue(Files.size(file) <= LARGEST_FILE_BYTES, () -> file + ": generate it, or keep it elsewhere");
        }
    }

    @Test
    void scriptsCanBeRun() throws IOException {
        for (Path file : checkout.files()) {
            if (startsWithShebang(file)) {
                assertTrue(Files.isExecutable(file), () -> file + " begins with #! and cannot be executed");
            }
        }
    }

    private static boolean startsWithShebang(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("#!");
        }
    }

    @Test
    void theFilesOfTheRepositoryAreFound() {
        List<String> paths = checkout.sources().stream().map(SourceFile::path).toList();
        for (String expected : List.of("pom.xml", "README.md", "bin/laio", "laio/src/main/java/module-info.java")) {
            assertTrue(paths.contains(expected), () -> expected + " is not in " + paths);
        }
    }
}
