package io.laio.lab.codesize;

import java.util.List;
import java.util.Map;

/** The paper's table of code size: non-blank lines without comments [S] (PAPER.md section 3). */
final class PaperSize {
    static final String AMPED = "AMPED";
    static final String LAIO = "LAIO";

    private static final Map<Component, Integer> AMPED_LINES = Map.of(
            Component.FILE_READ, 550,
            Component.NAME_CONVERSION, 610,
            Component.PARTIAL_WRITE_STATE, 70);

    private static final Map<Component, Integer> LAIO_LINES = Map.of(
            Component.FILE_READ, 15,
            Component.NAME_CONVERSION, 375,
            Component.PARTIAL_WRITE_STATE, 0);

    private static final int AMPED_TOTAL = 8_860;
    private static final int LAIO_TOTAL = 8_020;

    private PaperSize() {}

    /** Lines of one of the components that the paper counts apart. */
    static int lines(String system, Component component) {
        Map<Component, Integer> lines = system.equals(AMPED) ? AMPED_LINES : LAIO_LINES;
        Integer count = lines.get(component);
        if (count == null) {
            throw new IllegalArgumentException("the paper does not count " + component.label());
        }
        return count;
    }

    static int total(String system) {
        return system.equals(AMPED) ? AMPED_TOTAL : LAIO_TOTAL;
    }

    /** The components that the paper counts apart, together. */
    static int parts(String system) {
        List<Component> parts = CodeSize.PARTS;
        return parts.stream().mapToInt(part -> lines(system, part)).sum();
    }
}
