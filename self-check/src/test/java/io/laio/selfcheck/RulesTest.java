package io.laio.selfcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule finds what it is there to find, and lets the rest be. */
class RulesTest {
    private static final String MAIN = "laio/src/main/java/io/laio/Some.java";
    private static final String TEST = "laio/src/test/java/io/laio/SomeTest.java";

    private static List<String> places(Rule rule, String path, String text) {
        return rule.violations(new SourceFile(path, text))
                .map(violation -> violation.replaceFirst(": .*", ""))
                .toList();
    }

    @Test
    void unfinishedWorkIsFoundWithItsLine() {
        assertEquals(List.of(MAIN + ":2"), places(BannedText.UNFINISHED, MAIN, "one\n// TO" + "DO two\nthree"));
        assertEquals(List.of(TEST + ":1"), places(BannedText.UNFINISHED, TEST, "@Dis" + "abled\n"));
        assertEquals(List.of(), places(BannedText.UNFINISHED, MAIN, "class TodoList {}"));
    }

    @Test
    void sleepingIsFoundInTestsOnly() {
        String sleeping = "  Thread." + "sleep(100);";
        assertEquals(List.of(TEST + ":1"), places(BannedText.SLEEPING_TEST, TEST, sleeping));
        assertEquals(List.of(), places(BannedText.SLEEPING_TEST, MAIN, sleeping));
    }

    @Test
    void pathsOfOneMachineAreFound() {
        assertEquals(List.of("README.md:1"), places(BannedText.MACHINE_PATH, "README.md", "see /ho" + "me/me/laio"));
        assertEquals(List.of(), places(BannedText.MACHINE_PATH, "README.md", "see https://example.org/home/page"));
    }

    @ParameterizedTest
    @CsvSource({
        "results in /t~mp/laio-1/results, 1",
        "--data=/t~mp/data, 1",
        "(/var/t~mp/x.json), 1",
        "mktemp -d /t~mp/laio.XXXXXX, 0",
        "mktemp /t~mp/laio-X~XX.json, 0",
        "mktemp -d \"${TMPDIR:-/t~mp}/laio.XXXXXX\", 0",
        "mount -t tmpfs none /t~mp, 0",
        "https://example.org/t~mp/page, 0",
        "target/t~mp/page, 0",
        "$home/t~mp/page, 0"
    })
    void pathsOfOneMachinesTemporaryDirectoryAreFound(String text, int found) {
        String whole = text.replace("~", ""); // taken apart, so that this file does not break the rule
        assertEquals(
                found, places(BannedText.MACHINE_PATH, ".ci/e2e/a.sh", whole).size());
    }

    @Test
    void endingTheJvmIsMainsAlone() {
        String exit = "System." + "exit(1);";
        assertEquals(List.of(MAIN + ":1"), places(BannedText.EXIT, MAIN, exit));
        assertEquals(List.of(), places(BannedText.EXIT, "cli/src/main/java/io/laio/cli/Main.java", exit));
    }

    @Test
    void swallowedExceptionsAreFound() {
        assertEquals(List.of(MAIN + ":1"), places(BannedText.SWALLOWED, MAIN, "} catch (IOException e) {\n}"));
        assertEquals(List.of(), places(BannedText.SWALLOWED, MAIN, "} catch (IOException e) {\n// gone\n}"));
    }

    @Test
    void unseededRandomnessIsFound() {
        assertEquals(List.of(MAIN + ":1"), places(BannedText.UNSEEDED, MAIN, "new Random" + "()"));
        assertEquals(List.of(), places(BannedText.UNSEEDED, MAIN, "new Random(seed)"));
    }

    @Test
    void deadLinksAreFound(@TempDir Path root) throws IOException {
        Files.createDirectory(root.resolve("docs"));
        Files.writeString(root.resolve("docs/A.md"), "# A title, here\n");
        Rule rule = new MarkdownLinks(root);
        assertEquals(List.of("docs/B.md"), places(rule, "docs/B.md", "[x](missing.md)"));
        assertEquals(List.of("docs/B.md"), places(rule, "docs/B.md", "[x](A.md#no-such-heading)"));
        assertEquals(List.of("docs/B.md"), places(rule, "docs/B.md", "[x](#no-such-heading)"));
        assertEquals(List.of(), places(rule, "docs/B.md", "[x](A.md) [y](A.md#a-title-here) [z](https://x.org)"));
        assertEquals(List.of(), places(rule, "docs/B.md", "`[x](missing.md)` and\n```\n[x](missing.md)\n```"));
    }

    @Test
    void modulesThatKnowTooMuchAreFound() {
        String path = "workload-gen/src/main/java/module-info.java";
        Rule rule = new ModuleDirection();
        String allowed = "module io.laio.workload {\n    requires io.laio;\n    requires org.slf4j;\n}";
        assertEquals(List.of(), places(rule, path, allowed));
        assertEquals(
                List.of(path),
                places(rule, path, "module io.laio.workload {\n    requires transitive io.laio.http;\n}"));
        assertEquals(List.of(path), places(rule, path, "module io.laio.unheard {\n    requires io.laio;\n}"));
    }

    @Test
    void methodsAreMeasuredFromBraceToBrace() {
        String source = "class A {\n  void one() {}\n\n  @Deprecated\n  int three() {\n    return 4;\n  }\n}\n";
        assertEquals(Map.of(MAIN + "#one", 1, MAIN + "#three", 3), Length.methodLines(new SourceFile(MAIN, source)));
    }

    @Test
    void longMethodsAreFoundAndTheRatchetHolds() {
        String fiveLines = "class A {\n  void a() {\n    b();\n    b();\n    b();\n  }\n}\n";
        assertEquals(1, places(new Length(4, Map.of()), MAIN, fiveLines).size());
        assertEquals(0, places(new Length(5, Map.of()), MAIN, fiveLines).size());
        assertEquals(
                0,
                places(new Length(3, Map.of(MAIN + "#a", 5)), MAIN, fiveLines).size());
        assertEquals(
                1,
                places(new Length(3, Map.of(MAIN + "#a", 4)), MAIN, fiveLines).size());
    }

    @Test
    void aChangelogOutOfShapeIsFound() {
        Rule rule = new ChangelogShape();
        String good = "# Changelog\n\n## [Unreleased]\n\n### Added\n- a\n\n## [0.1.0] - 2026-01-02\n\n### Fixed\n- b\n";
        assertEquals(List.of(), places(rule, "CHANGELOG.md", good));
        assertEquals(List.of("CHANGELOG.md:5"), places(rule, "CHANGELOG.md", good.replace("Added", "New things")));
        assertEquals(List.of("CHANGELOG.md:8"), places(rule, "CHANGELOG.md", good.replace("2026-01-02", "today")));
        assertEquals(List.of("CHANGELOG.md"), places(rule, "CHANGELOG.md", good.replace("## [Unreleased]", "")));
    }
}
