package io.laio.selfcheck;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text file of the repository.
 *
 * @param path relative to the repository's root, with slashes
 * @param text its content
 */
record SourceFile(String path, String text) {
    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isMarkdown() {
        return path.endsWith(".md");
    }

    boolean isTest() {
        return path.contains("/src/test/") || path.startsWith("http-testkit/");
    }

    /** The place of a character, as editors understand it. */
    String place(int index) {
        return path + ":" + (1 + text.substring(0, index).lines().count() - (isLineStart(index) ? 0 : 1));
    }

    private boolean isLineStart(int index) {
        return index == 0 || text.charAt(index - 1) == '\n';
    }

    /** The lines with their numbers, which begin at 1. */
    Stream<Line> lines() {
        String[] lines = text.split("\n", -1);
        return IntStream.range(0, lines.length).mapToObj(i -> new Line(path + ":" + (i + 1), lines[i]));
    }

    /**
     * One line of a file.
     *
     * @param place path and number
     * @param text without its end
     */
    record Line(String place, String text) {}
}
