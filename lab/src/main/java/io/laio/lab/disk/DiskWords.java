package io.laio.lab.disk;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.statistics.Summary;
import java.util.List;
import java.util.stream.Collectors;

/** What the results say, in sentences. */
final class DiskWords {
    private static final int BYTES_PER_KIBIBYTE = 1024;

    private DiskWords() {}

    static String gain(DiskResult result) {
        return Numbers.measured(result.deviceGain()) + " times as many with " + DiskPlan.GAIN_DEPTH + " as with 1";
    }

    private static String spread(DiskPlan plan) {
        return plan.rounds() < Summary.ENOUGH_REPEATS ? "range" : "95 % interval";
    }

    /** For the width of a panel. */
    static String shortGain(DiskResult result) {
        return DiskPlan.GAIN_DEPTH + " outstanding: " + Numbers.measured(result.deviceGain()) + " times one";
    }

    static String rounds(DiskPlan plan) {
        String rounds = plan.rounds() == 1 ? "one round" : "median of " + plan.rounds() + " rounds";
        return rounds + " of " + plan.seconds() + " s (" + spread(plan) + ")";
    }

    static String size(int bytes) {
        return bytes / BYTES_PER_KIBIBYTE + " KiB";
    }

    /** Beneath a figure: how it was measured. */
    static List<String> caption(DiskResults results) {
        DiskPlan plan = results.plan();
        return List.of(
                "Random reads of " + size(Load.RANDOM_BYTES) + " all over a device of " + (plan.sizeBytes() >> 20)
                        + " MiB, around the page cache: " + rounds(plan) + ".",
                "The model serves as many in simulated time.",
                results.machine().processor() + ", Linux " + results.machine().kernel() + ", " + results.fio() + ".");
    }

    /** For those who do not see a figure. */
    static String description(DiskResults results) {
        return results.disks().stream().map(DiskWords::description).collect(Collectors.joining(". ", "", "."));
    }

    private static String description(DiskResult result) {
        return result.disk().name() + ": "
                + result.random().stream()
                        .map(point -> "depth " + point.load().depth() + " device "
                                + Numbers.measured(point.perSecond().median()) + ", model "
                                + Numbers.measured(point.model().perSecond()))
                        .collect(Collectors.joining("; "));
    }
}
