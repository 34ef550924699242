package io.laio.comparison.statistics;

import io.laio.analysis.statistics.Difference;
import io.laio.analysis.statistics.FalseDiscoveries;
import io.laio.analysis.statistics.Sample;
import io.laio.comparison.results.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What changed from one comparison to another: every metric of every server in every cell that both have runs for. A cell is the same only if
 * workload, trace, scale, disk, network, memory, cache state and clients are.
 *
 * <p>Dozens of numbers are tested at once, so a difference counts as significant only if Benjamini and Hochberg's procedure over all of them
 * reports it: if nothing changed at all, the chance of a single false alarm is 5 %. What has fewer than six repeats on either side is not
 * tested.
 *
 * @param changes in the second comparison's order
 * @param onlyBefore how many combinations of server and cell only the first has runs for that count
 * @param onlyAfter how many only the second has
 */
public record Changes(List<Change> changes, int onlyBefore, int onlyAfter) {

    /** Copies the changes. */
    public Changes {
        changes = List.copyOf(changes);
    }

    /** A pair of samples before the verdict. */
    private record Pair(String contestant, Cell cell, Metric metric, Sample before, Sample after) {
        Difference difference() {
            return Difference.between(before, after);
        }
    }

    /** A server in a cell. */
    private record Spot(String contestant, Cell cell) {}

    /**
     * Compares two comparisons.
     *
     * @param before the first
     * @param after the second
     * @return what changed
     */
    public static Changes between(Results before, Results after) {
        RunTable first = new RunTable(before);
        RunTable second = new RunTable(after);
        List<Spot> firstSpots = spots(first);
        List<Spot> secondSpots = spots(second);
        List<Pair> pairs = secondSpots.stream()
                .filter(firstSpots::contains)
                .flatMap(spot -> Stream.of(Metric.values()).map(metric -> pair(first, second, spot, metric)))
                .toList();
        return new Changes(
                judged(pairs),
                (int) firstSpots.stream()
                        .filter(spot -> !secondSpots.contains(spot))
                        .count(),
                (int) secondSpots.stream()
                        .filter(spot -> !firstSpots.contains(spot))
                        .count());
    }

    private static List<Spot> spots(RunTable table) {
        return table.setups().stream()
                .flatMap(setup -> table.conditions(setup).stream())
                .flatMap(condition -> table.cells(condition).stream())
                .flatMap(cell -> table.contestants().stream().map(name -> new Spot(name, cell)))
                .filter(spot -> !table.counted(spot.contestant(), spot.cell()).isEmpty())
                .toList();
    }

    private static Pair pair(RunTable first, RunTable second, Spot spot, Metric metric) {
        return new Pair(
                spot.contestant(),
                spot.cell(),
                metric,
                first.sample(spot.contestant(), spot.cell(), metric).orElseThrow(),
                second.sample(spot.contestant(), spot.cell(), metric).orElseThrow());
    }

    private static List<Change> judged(List<Pair> pairs) {
        List<Difference> differences = pairs.stream().map(Pair::difference).toList();
        List<Double> pValues = differences.stream()
                .flatMap(difference -> Stream.ofNullable(difference.pValue()))
                .toList();
        boolean[] reported = FalseDiscoveries.reported(pValues, Difference.LEVEL);
        List<Change> changes = new ArrayList<>();
        int tested = 0;
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            Difference difference = differences.get(i);
            boolean believed = difference.provisional() ? difference.found() : reported[tested++];
            changes.add(new Change(
                    pair.contestant(),
                    pair.cell(),
                    pair.metric(),
                    pair.before().median(),
                    pair.after().median(),
                    difference,
                    kind(pair.metric(), difference, believed)));
        }
        return changes;
    }

    private static Change.Kind kind(Metric metric, Difference difference, boolean believed) {
        if (!believed) {
            return Change.Kind.NO_SIGNIFICANT_DIFFERENCE;
        }
        boolean better = difference.ratio() > 1 == metric.higherIsBetter();
        if (difference.provisional()) {
            return better ? Change.Kind.PROVISIONALLY_BETTER : Change.Kind.PROVISIONALLY_WORSE;
        }
        return better ? Change.Kind.BETTER : Change.Kind.WORSE;
    }

    /**
     * How many changes are of a kind.
     *
     * @param kind the kind
     * @return 0 or more
     */
    public long count(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /**
     * How many changes could not be tested, having fewer than six repeats on either side.
     *
     * @return 0 or more
     */
    public long untested() {
        return changes.stream()
                .filter(change -> change.difference().provisional())
                .count();
    }
}
