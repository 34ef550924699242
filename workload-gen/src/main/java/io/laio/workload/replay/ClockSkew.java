package io.laio.workload.replay;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far the clocks of several generators are apart, as the server's answers tell: each compared its own with the server's
 * ({@link ClockOffset}).
 *
 * @param leastMillis the two farthest apart differ by at least so much, in milliseconds
 * @param mostMillis and by at most so much
 */
public record ClockSkew(double leastMillis, double mostMillis) {
    /**
     * Compares.
     *
     * @param shards results of generators that played at the same time
     * @return how far their clocks are apart; empty if one of them knows nothing of the server's
     */
    public static Optional<ClockSkew> between(List<ReplayResult> shards) {
        List<ClockOffset> offsets =
                shards.stream().flatMap(result -> result.clock().stream()).toList();
        if (offsets.size() < shards.size() || !offsets.stream().allMatch(ClockOffset::isConsistent)) {
            return Optional.empty();
        }
        double highestLow =
                offsets.stream().mapToDouble(ClockOffset::lowMillis).max().orElse(0);
        double lowestHigh =
                offsets.stream().mapToDouble(ClockOffset::highMillis).min().orElse(0);
        double highestHigh =
                offsets.stream().mapToDouble(ClockOffset::highMillis).max().orElse(0);
        double lowestLow =
                offsets.stream().mapToDouble(ClockOffset::lowMillis).min().orElse(0);
        return Optional.of(new ClockSkew(Math.max(0, highestLow - lowestHigh), highestHigh - lowestLow));
    }

    /**
     * In words.
     *
     * @return a line
     */
    public String words() {
        return String.format(
                Locale.ROOT,
                "the generators' clocks were %.0f to %.0f ms apart, by the server's Date",
                leastMillis,
                mostMillis);
    }
}
