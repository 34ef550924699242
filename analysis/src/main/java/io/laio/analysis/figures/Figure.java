package io.laio.analysis.figures;

import io.laio.analysis.files.Csv;

/** A figure: a drawing and the numbers it shows. Both are a pure function of what was measured. */
public interface Figure {
    /**
     * Its name in files and anchors.
     *
     * @return lower case, hyphenated, unique in a report
     */
    String id();

    /**
     * What it shows.
     *
     * @return a heading
     */
    String title();

    /**
     * The drawing inside a page that includes {@link FigureCss}.
     *
     * @return an {@code svg} element
     */
    String inlineSvg();

    /**
     * The numbers.
     *
     * @return a row for each point drawn or missing
     */
    Csv data();

    /**
     * The drawing as a file of its own.
     *
     * @return an SVG document with its style sheet
     */
    default String svg() {
        String drawing = inlineSvg();
        int afterRoot = drawing.indexOf('>') + 1;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawing.substring(0, afterRoot) + "\n<style>\n"
                + FigureCss.standalone() + "</style>\n" + drawing.substring(afterRoot);
    }
}
