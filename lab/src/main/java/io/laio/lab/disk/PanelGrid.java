package io.laio.lab.disk;

/**
 * Where panels are: up to three side by side, the numbers of their axes at the left of each row.
 *
 * @param count how many panels
 * @param from upper edge of the first row
 * @param right edge of a full row
 */
record PanelGrid(int count, double from, double right) {
    /** From a panel's top to its rates: the base lines of its name and of what stands beneath. */
    static final double HEADING = 32;

    /** Height of the rates. */
    static final double RATES = 230;

    /** From a panel's top to its ratios. */
    static final double RATIOS_FROM = HEADING + RATES + 36;

    /** Height of the ratios. */
    static final double RATIOS = 56;

    private static final int MOST_COLUMNS = 3;
    private static final double NUMBERS = 64;
    private static final double GAP = 22;
    private static final double WIDEST = 340;
    private static final double DEPTHS = 44; // numbers and name of the axis
    private static final double ROW_GAP = 34;
    private static final double ROW = RATIOS_FROM + RATIOS + DEPTHS + ROW_GAP;

    private int columns() {
        return Math.min(count, MOST_COLUMNS);
    }

    private double width() {
        double even = (right - NUMBERS - GAP * (columns() - 1)) / columns();
        return Math.min(even, WIDEST);
    }

    boolean isFirstOfRow(int index) {
        return index % MOST_COLUMNS == 0;
    }

    double left(int index) {
        return NUMBERS + index % MOST_COLUMNS * (width() + GAP);
    }

    double right(int index) {
        return left(index) + width();
    }

    double top(int index) {
        int row = index / MOST_COLUMNS;
        return from + row * ROW;
    }

    /** Lower edge of the last row. */
    double bottom() {
        return top(count - 1) + ROW - ROW_GAP;
    }
}
