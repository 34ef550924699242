package io.laio.analysis.files;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: columns as wide as their widest cell, numbers to the right, two blanks between. */
public final class TextTable {
    private static final String NOTHING = "–";

    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Starts a table.
     *
     * @param header names of the columns
     */
    public TextTable(List<String> header) {
        rows.add(header);
    }

    /**
     * Adds a row.
     *
     * @param cells one for each column
     */
    public void row(List<String> cells) {
        if (cells.size() != rows.getFirst().size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + rows.getFirst());
        }
        rows.add(cells);
    }

    /**
     * Whether there is nothing below the header.
     *
     * @return true if no row was added
     */
    public boolean empty() {
        return rows.size() == 1;
    }

    /**
     * The table.
     *
     * @return lines, each indented by two blanks and ended
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append("  ").append(padded(row.get(column), column));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String padded(String cell, int column) {
        int width = rows.stream()
                .mapToInt(
                        row -> row.get(column).codePointCount(0, row.get(column).length()))
                .max()
                .orElse(0);
        String blanks = " ".repeat(width - cell.codePointCount(0, cell.length()));
        return number(column) ? blanks + cell : cell + blanks;
    }

    private boolean number(int column) {
        return rows.stream()
                .skip(1)
                .map(row -> row.get(column))
                .allMatch(cell -> cell.isEmpty() || Character.isDigit(cell.charAt(0)) || cell.equals(NOTHING));
    }
}
