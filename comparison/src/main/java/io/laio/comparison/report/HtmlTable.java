package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A table. Wide ones scroll by themselves, so a narrow page never does. Columns of numbers stand to the right; short cells are not broken. */
final class HtmlTable {
    /** Cells of so many characters may be broken into lines. */
    private static final int LONG = 32;

    /** A number with a unit, an interval in brackets, or a second number after "to". */
    private static final Predicate<String> NUMBER = Pattern.compile(
                    "[-+]?[\\d\u2009.]+( [%kMG]?B?)?( \\(.*\\)| to .*)?|∞|" + Shown.NOTHING)
            .asMatchPredicate();

    private final String caption;
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    HtmlTable(String caption, List<String> header) {
        this.caption = caption;
        this.header = header;
    }

    void row(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + header);
        }
        rows.add(cells);
    }

    void write(Markup page) {
        List<String> styles = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            styles.add(column == 0 ? "s" : style(column));
        }
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        page.open("table").element("caption", caption);
        page.open("thead").open("tr");
        for (int column = 0; column < header.size(); column++) {
            page.element("th", header.get(column), "scope", "col", "class", styles.get(column));
        }
        page.close("tr").close("thead").open("tbody");
        rows.forEach(row -> write(page, row, styles));
        page.close("tbody").close("table").close("div");
    }

    private String style(int column) {
        List<String> cells = rows.stream().map(row -> row.get(column)).toList();
        boolean empty = cells.stream().allMatch(Shown.NOTHING::equals);
        if (!empty && cells.stream().allMatch(cell -> cell.length() < LONG && NUMBER.test(cell))) {
            return "n";
        }
        return cells.stream().allMatch(cell -> cell.length() < LONG) ? "s" : "l";
    }

    private static void write(Markup page, List<String> row, List<String> styles) {
        page.open("tr").element("th", row.getFirst(), "scope", "row");
        for (int column = 1; column < row.size(); column++) {
            page.open("td", "class", styles.get(column));
            VerdictBadge.write(page, row.get(column));
            page.close("td");
        }
        page.close("tr");
    }
}
