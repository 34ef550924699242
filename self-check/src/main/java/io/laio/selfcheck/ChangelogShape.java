package io.laio.selfcheck;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** CHANGELOG.md keeps the shape of keepachangelog.com: versions newest first, entries below known headings. */
record ChangelogShape() implements Rule {
    private static final Pattern VERSION =
            Pattern.compile("## \\[Unreleased]|## \\[\\d+\\.\\d+\\.\\d+] - \\d{4}-\\d{2}-\\d{2}");
    private static final Pattern KIND = Pattern.compile("### (Added|Changed|Deprecated|Removed|Fixed|Security)");

    @Override
    public Stream<String> violations(SourceFile file) {
        if (!file.path().equals("CHANGELOG.md")) {
            return Stream.empty();
        }
        List<SourceFile.Line> lines =
                file.lines().filter(line -> line.text().startsWith("#")).toList();
        List<SourceFile.Line> versions = starting(lines, "## ");
        return Stream.of(
                        malformed(starting(lines, "# "), Pattern.compile("# Changelog")),
                        malformed(versions, VERSION),
                        malformed(starting(lines, "### "), KIND),
                        versions.isEmpty() || !versions.getFirst().text().equals("## [Unreleased]")
                                ? Stream.of(file.path() + ": the first version is not [Unreleased]")
                                : Stream.<String>empty())
                .flatMap(violations -> violations);
    }

    private static List<SourceFile.Line> starting(List<SourceFile.Line> lines, String prefix) {
        return lines.stream().filter(line -> line.text().startsWith(prefix)).toList();
    }

    private static Stream<String> malformed(List<SourceFile.Line> lines, Pattern shape) {
        return lines.stream()
                .filter(line -> !shape.matcher(line.text()).matches())
                .map(line -> line.place() + ": \"" + line.text() + "\" is not of the shape " + shape);
    }
}
