package io.laio.lab.disk;

import java.util.ArrayList;
import java.util.List;

/**
 * Where queue depths stand between two edges: apart as their logarithms are.
 *
 * @param left edge
 * @param right edge
 * @param depths rising, at least one
 */
record DepthAxis(double left, double right, List<Integer> depths) {
    private static final double INSET = 14;
    private static final double LABEL_ROOM = 22;

    double x(int depth) {
        double widest = Math.log(depths.getLast());
        double place = widest == 0 ? 0.5 : Math.log(depth) / widest;
        return left + INSET + (right - left - 2 * INSET) * place;
    }

    /** The depths that have room for their number. */
    List<Integer> labelled() {
        List<Integer> labelled = new ArrayList<>();
        for (int depth : depths) {
            if (labelled.isEmpty() || x(depth) - x(labelled.getLast()) >= LABEL_ROOM) {
                labelled.add(depth);
            }
        }
        return labelled;
    }
}
