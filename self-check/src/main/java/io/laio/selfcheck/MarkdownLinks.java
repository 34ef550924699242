package io.laio.selfcheck;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Links between documents lead somewhere, also to the heading that they name.
 *
 * @param root the repository
 */
record MarkdownLinks(Path root) implements Rule {
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    @Override
    public Stream<String> violations(SourceFile file) {
        if (!file.isMarkdown()) {
            return Stream.empty();
        }
        String prose = CODE.matcher(file.text())
                .replaceAll(match -> " ".repeat(match.group().length()));
        return LINK.matcher(prose)
                .results()
                .filter(link -> !leadsSomewhere(file, link.group(1)))
                .map(link -> file.path() + ": dead link: " + link.group(1));
    }

    private boolean leadsSomewhere(SourceFile file, String link) {
        if (ELSEWHERE.matcher(link).matches()) {
            return true;
        }
        String[] parts = link.split("#", 2);
        Path source = root.resolve(file.path());
        Path directory = Objects.requireNonNull(source.getParent(), "a file is in a directory");
        Path target = parts[0].isEmpty() ? source : directory.resolve(parts[0]);
        boolean exists = parts[0].isEmpty() || Files.exists(target);
        return exists && (parts.length == 1 || hasHeading(parts[0].isEmpty() ? file.text() : read(target), parts[1]));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** As GitHub makes anchors: lower case, no punctuation, hyphens for spaces. */
    private static boolean hasHeading(String markdown, String anchor) {
        return markdown.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(java.util.Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .anyMatch(anchor::equals);
    }
}
