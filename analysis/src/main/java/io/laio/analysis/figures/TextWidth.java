package io.laio.analysis.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * Widths of text without a font: an upper estimate that holds for common sans-serif faces, so that layouts do not depend on the
 * machine.
 */
public final class TextWidth {
    private static final double OF_SIZE = 0.58;

    private TextWidth() {}

    /**
     * How wide a text may be.
     *
     * @param text one line
     * @param fontSize in the drawing's units
     * @return at most this much, in the same units
     */
    public static double of(String text, double fontSize) {
        return text.length() * fontSize * OF_SIZE;
    }

    /**
     * Breaks sentences into lines, at spaces.
     *
     * @param sentences one after another
     * @param fontSize in the drawing's units
     * @param width of a line at most
     * @return lines from top to bottom
     */
    public static List<String> wrapped(List<String> sentences, double fontSize, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : String.join(" ", sentences).split(" ", -1)) {
            if (!line.isEmpty() && of(line + " " + word, fontSize) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
