package io.laio.testbed.disk.model.harddisk;

import io.laio.testbed.disk.model.Ranges;

/**
 * How fast the arm moves: what data sheets publish, from which the {@link SeekCurve} follows.
 *
 * @param trackToTrackMillis a seek to the neighbouring cylinder
 * @param averageMillis mean over all pairs of cylinders
 * @param fullStrokeMillis from the outermost cylinder to the innermost
 * @param kneeShare up to which part of the full stroke a seek is a short one, that spends its time accelerating
 * @param writeSettleMillis how much longer the arm settles after a move before it may write
 */
public record SeekSpec(
        double trackToTrackMillis,
        double averageMillis,
        double fullStrokeMillis,
        double kneeShare,
        double writeSettleMillis) {
    private static final double LONGEST_MILLIS = 1_000;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException naming the field and its value
     */
    public SeekSpec {
        Ranges.require("trackToTrackSeekMillis", trackToTrackMillis, 0, LONGEST_MILLIS);
        Ranges.require("averageSeekMillis", averageMillis, trackToTrackMillis, LONGEST_MILLIS);
        Ranges.require("fullStrokeSeekMillis", fullStrokeMillis, averageMillis, LONGEST_MILLIS);
        Ranges.require("seekKneeShare", kneeShare, 0.01, 0.99);
        Ranges.require("writeSettleMillis", writeSettleMillis, 0, LONGEST_MILLIS);
    }
}
