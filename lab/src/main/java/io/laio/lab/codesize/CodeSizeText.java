package io.laio.lab.codesize;

import io.laio.analysis.files.TextTable;
import java.util.List;
import java.util.Locale;

/** Our sizes beside the paper's, with and without what lies beneath the servers. */
public final class CodeSizeText {
    private static final String NOT_COUNTED = "–";

    private final CodeSize size;

    /**
     * Makes the text of a count.
     *
     * @param size what was counted
     */
    public CodeSizeText(CodeSize size) {
        this.size = size;
    }

    /**
     * The table, and what follows from it.
     *
     * @return lines, the last one ended too
     */
    public String text() {
        TextTable table = new TextTable(List.of("", "AMPED", "paper's", "LAIO", "paper's"));
        CodeSize.PARTS.forEach(part -> table.row(row(
                part.label(),
                part,
                paper(PaperSize.lines(PaperSize.AMPED, part)),
                paper(PaperSize.lines(PaperSize.LAIO, part))
                        + (part == Component.FILE_READ ? ", below 100 [P]" : ""))));
        table.row(row(Component.REST.label(), Component.REST, paperRest(PaperSize.AMPED), paperRest(PaperSize.LAIO)));
        table.row(List.of(
                "Server in all",
                number(size.lines(PaperSize.AMPED, CodeSize.SERVER)),
                paper(PaperSize.total(PaperSize.AMPED)),
                number(size.lines(PaperSize.LAIO, CodeSize.SERVER)),
                paper(PaperSize.total(PaperSize.LAIO))));
        table.row(row(Component.LIBRARY.label(), Component.LIBRARY, NOT_COUNTED, NOT_COUNTED));
        table.row(row(Component.BINDING.label(), Component.BINDING, NOT_COUNTED, NOT_COUNTED));
        table.row(List.of(
                "With those two",
                number(size.all(PaperSize.AMPED)),
                NOT_COUNTED,
                number(size.all(PaperSize.LAIO)),
                NOT_COUNTED));
        return heading() + table.text() + conclusions();
    }

    private String heading() {
        return "Lines of code, without blank ones and comments; AMPED is "
                + size.systems().get(PaperSize.AMPED)
                + ", LAIO is " + size.systems().get(PaperSize.LAIO) + ".\n"
                + "[S] stated on the paper's slides, [P] in its text; the paper's rest is its total less its parts.\n\n";
    }

    private List<String> row(String label, Component component, String ofAmped, String ofLaio) {
        return List.of(
                label,
                number(size.lines(PaperSize.AMPED, component)),
                ofAmped,
                number(size.lines(PaperSize.LAIO, component)),
                ofLaio);
    }

    private static String paperRest(String system) {
        return number(PaperSize.total(system) - PaperSize.parts(system)) + " [S]";
    }

    private static String paper(int lines) {
        return number(lines) + " [S]";
    }

    private static String number(int lines) {
        return String.format(Locale.ROOT, "%,d", lines);
    }

    private String conclusions() {
        CodeSizeClaim claim = CodeSizeClaim.of(size);
        int shared = size.shared(CodeSize.PARTS);
        return String.format(
                Locale.ROOT,
                "%n  C8: LAIO needs less code: %s. Its server is %s than AMPED's; the paper's %s [S].%n"
                        + "  More than 3x less in the three parts together: %s. AMPED's are %.1f times LAIO's; the paper's %.1f times [S].%n"
                        + "    Both share %,d lines of these parts; beyond them AMPED has %,d, and LAIO %,d.%n"
                        + "  No state of partial writes: %s.%n"
                        + "  With the library, which the paper leaves out, and the binding, LAIO's is %s.%n",
                verdict(claim.isSmaller()),
                difference(claim.savedFraction()),
                difference(CodeSizeClaim.PAPER.savedFraction()),
                verdict(claim.hasMuchSmallerParts()),
                claim.partsRatio(),
                CodeSizeClaim.PAPER.partsRatio(),
                shared,
                size.lines(PaperSize.AMPED, CodeSize.PARTS) - shared,
                size.lines(PaperSize.LAIO, CodeSize.PARTS) - shared,
                verdict(claim.keepsNoPartialWrites()),
                difference(claim.savedFractionWithLibrary()));
    }

    private static String verdict(boolean holds) {
        return holds ? "reproduced" : "contradicted";
    }

    private static String difference(double savedFraction) {
        String word = savedFraction >= 0 ? "smaller" : "larger";
        return String.format(Locale.ROOT, "%.1f %% %s", 100 * Math.abs(savedFraction), word);
    }
}
