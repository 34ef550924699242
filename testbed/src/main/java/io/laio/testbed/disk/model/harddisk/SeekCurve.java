package io.laio.testbed.disk.model.harddisk;

/**
 * How long the arm takes over a distance: {@code a + b * sqrt(d)} for short seeks, during which it accelerates and brakes,
 * {@code c + e * d} for long ones, during which it coasts (Ruemmler and Wilkes, An introduction to disk drive modeling, IEEE
 * Computer 27(3), 1994).
 *
 * <p>The four coefficients are what makes the curve go through the track-to-track and the full-stroke time, continuous at the
 * knee, with the published mean over all pairs of cylinders, where distance d occurs in proportion to (D - d).
 */
final class SeekCurve {
    private final int longest;
    private final double knee;
    private final double shortBase;
    private final double shortSlope;
    private final double fullStroke;
    private final double longSlope;

    private SeekCurve(SeekSpec spec, int longest, double rootSlope, double longSlope) {
        this.longest = longest;
        this.knee = spec.kneeShare();
        this.shortSlope = rootSlope;
        this.shortBase = spec.trackToTrackMillis() - rootSlope * Math.sqrt(1.0 / longest);
        this.fullStroke = spec.fullStrokeMillis();
        this.longSlope = longSlope;
    }

    /**
     * The curve of a drive. With distances x as parts of the full stroke, short seeks take t + b (sqrt x - sqrt x1), long ones
     * F - g (1 - x); continuity gives g from b, and the mean, an integral over 2 (1 - x) dx, gives b.
     *
     * @throws IllegalArgumentException if no rising curve has these times
     */
    static SeekCurve fitted(SeekSpec spec, int cylinders) {
        int longest = cylinders - 1;
        double first = spec.trackToTrackMillis();
        double full = spec.fullStrokeMillis();
        double knee = spec.kneeShare();
        double rootOfOne = Math.sqrt(1.0 / longest);
        double beyond = (1 - knee) * (1 - knee); // weight of the long seeks
        double rootMean = 4.0 / 3 * Math.pow(knee, 1.5) - 4.0 / 5 * Math.pow(knee, 2.5);
        double rise = Math.sqrt(knee) - rootOfOne; // of the root, up to the knee
        double constant = first * (1 - beyond) + beyond * (full + 2 * first) / 3;
        double factor = rootMean - rootOfOne * (1 - beyond) + 2.0 / 3 * beyond * rise;
        double rootSlope = (spec.averageMillis() - constant) / factor;
        double longSlope = (full - first - rootSlope * rise) / (1 - knee);
        if (!(rootSlope >= 0 && longSlope >= 0)) {
            throw new IllegalArgumentException("averageSeekMillis: " + spec.averageMillis()
                    + " fits no curve from trackToTrackSeekMillis to fullStrokeSeekMillis with this seekKneeShare");
        }
        return new SeekCurve(spec, longest, rootSlope, longSlope);
    }

    /** How long a seek over so many cylinders takes, settling to read included. */
    long nanos(int distance) {
        if (distance == 0) {
            return 0;
        }
        double share = (double) distance / longest;
        double millis =
                share <= knee ? shortBase + shortSlope * Math.sqrt(share) : fullStroke - longSlope * (1 - share);
        return Units.nanos(millis);
    }
}
