package io.laio.analysis.figures;

/** Shapes that mark a curve's points: told apart in grey, at six pixels. */
public enum Marker {
    /** Round. */
    CIRCLE,
    /** Four sides, flat. */
    SQUARE,
    /** Three sides, tip up. */
    TRIANGLE,
    /** Four sides, tip up. */
    DIAMOND,
    /** Three sides, tip down. */
    INVERTED,
    /** Five sides. */
    PENTAGON,
    /** Two triangles, tip to tip. */
    HOURGLASS;

    /**
     * The outline around a point.
     *
     * @param x the point
     * @param y the point
     * @return an SVG path
     */
    public String path(double x, double y) {
        return switch (this) {
            case CIRCLE -> circle(x, y, 4);
            case SQUARE -> polygon(x, y, -3.7, -3.7, 3.7, -3.7, 3.7, 3.7, -3.7, 3.7);
            case TRIANGLE -> polygon(x, y, 0, -5, 4.7, 3.4, -4.7, 3.4);
            case DIAMOND -> polygon(x, y, 0, -5.2, 5.2, 0, 0, 5.2, -5.2, 0);
            case INVERTED -> polygon(x, y, 0, 5, 4.7, -3.4, -4.7, -3.4);
            case PENTAGON -> polygon(x, y, 0, -4.9, 4.7, -1.5, 2.9, 4, -2.9, 4, -4.7, -1.5);
            case HOURGLASS -> polygon(x, y, -4.2, -4.6, 4.2, -4.6, -4.2, 4.6, 4.2, 4.6);
        };
    }

    private static String circle(double x, double y, double radius) {
        String r = Numbers.coordinate(radius);
        String across = Numbers.coordinate(2 * radius);
        return "M" + Numbers.coordinate(x - radius) + " " + Numbers.coordinate(y) + "a" + r + " " + r + " 0 1 0 "
                + across + " 0a" + r + " " + r + " 0 1 0 -" + across + " 0z";
    }

    private static String polygon(double x, double y, double... corners) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(Numbers.coordinate(x + corners[i]))
                    .append(' ')
                    .append(Numbers.coordinate(y + corners[i + 1]));
        }
        return path.append('z').toString();
    }
}
