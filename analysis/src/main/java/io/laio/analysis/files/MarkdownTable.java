package io.laio.analysis.files;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown (GitHub Flavored Markdown, 4.10): a line for each row, the first column to the left, others to the right. */
public final class MarkdownTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;

    /**
     * Starts a table.
     *
     * @param header names of the columns, one at least
     */
    public MarkdownTable(List<String> header) {
        columns = header.size();
        rows.add(List.copyOf(header));
    }

    /**
     * Adds a row.
     *
     * @param cells one for each column
     */
    public void row(List<String> cells) {
        if (cells.size() != columns) {
            throw new IllegalArgumentException(cells.size() + " cells for " + rows.getFirst());
        }
        rows.add(List.copyOf(cells));
    }

    /**
     * The table.
     *
     * @return lines, each ended
     */
    public String text() {
        StringBuilder text = new StringBuilder(line(rows.getFirst()));
        text.append("|---|").append("---:|".repeat(columns - 1)).append('\n');
        rows.stream().skip(1).forEach(row -> text.append(line(row)));
        return text.toString();
    }

    /** What would end a cell or a line is written so that it does not. */
    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace('\n', ' '))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
