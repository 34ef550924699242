package io.laio.http.server;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Text in columns of fixed width, two spaces apart; what is longer goes on in the next line of its column, broken between words.
 *
 * @param widths of the columns, in characters; a word that is wider than its column stands out of it
 */
record WrappedTable(List<Integer> widths) {
    private static final String GAP = "  ";

    /** Lays rows out, each with a cell for every column. */
    String render(List<List<String>> rows) {
        return rows.stream().map(this::row).collect(Collectors.joining());
    }

    private String row(List<String> cells) {
        List<List<String>> wrapped = IntStream.range(0, widths.size())
                .mapToObj(i -> wrap(cells.get(i), widths.get(i)))
                .toList();
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, lines)
                .mapToObj(line -> line(wrapped, line).stripTrailing() + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private String line(List<List<String>> wrapped, int line) {
        return IntStream.range(0, widths.size())
                .mapToObj(i ->
                        padded(line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "", widths.get(i)))
                .collect(Collectors.joining(GAP));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
