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
     * What is known, in words.
     *
     * @param shards results of generators that played at the same time
     * @return a line
     */
    public static String words(List<ReplayResult> shards) {
        return between(shards).map(ClockSkew::text).orElseGet(() -> {
            long blind =
                    shards.stream().filter(shard -> shard.clock().isEmpty()).count();
            return "how far the generators' clocks were apart is not known: "
                    + (blind > 0
                            ? blind + " of " + shards.size() + " saw no Date in a verified answer"
                            : "the server's Dates contradict each other; it does not look at its clock each second, or the clock was set");
        });
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                "the generators' clocks were %.0f to %.0f ms apart, by the server's Date",
                leastMillis,
                mostMillis);
    }
}
