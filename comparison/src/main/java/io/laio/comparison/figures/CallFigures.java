package io.laio.comparison.figures;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.files.Csv;
import io.laio.comparison.results.OperationCounts;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.statistics.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which operations blocked: for each call its blocked share of those issued, with the most clients. */
final class CallFigures {
    private static final String ALL = "all";
    private static final Set<String> SUMS = Set.of("network", "disk");

    /** The way of a request; others follow by name. */
    private static final List<String> ORDER = List.of("accept", "recv", "open", "stat", "read", "sendfile", "send");

    private static final String CAPTION =
            "Blocked operations as a part of those issued: the result was not known when the submitting call returned, or the loop "
                    + "slept in it. Sums over the runs that count. Only servers that tell are shown.";

    private final Group group;

    /** Counts of one kind of call. */
    private record Count(long issued, long blocked) {
        Count plus(Count other) {
            return new Count(issued + other.issued, blocked + other.blocked);
        }

        double share() {
            return issued > 0 ? (double) blocked / issued : 0;
        }
    }

    CallFigures(Group group) {
        this.group = group;
    }

    /** The figure; none if no server tells of its calls. */
    Optional<HeatFigure> figure() {
        Map<Cell, Map<String, Map<String, Count>>> all = new LinkedHashMap<>();
        group.busiest().forEach(cell -> all.put(cell, counts(cell)));
        all.values().removeIf(Map::isEmpty);
        List<String> calls = calls(all);
        if (calls.isEmpty()) {
            return Optional.empty();
        }
        List<HeatBlock> blocks = new ArrayList<>();
        List<String> reading = new ArrayList<>();
        Csv data = new Csv(List.of("condition", "server", "clients", "call", "issued", "blocked"));
        all.forEach((cell, counts) -> {
            String heading = group.busyHeading(cell);
            blocks.add(block(heading, counts, calls));
            reading.add(reading(group.heading(cell.condition()), counts));
            counts.forEach((name, of) -> of.forEach((call, count) ->
                    data.row(List.of(heading, name, cell.clients(), call, count.issued(), count.blocked()))));
        });
        String title = "Operations that blocked: " + group.place().words();
        return Optional.of(
                new HeatFigure("calls-" + group.place().slug(), title, CAPTION, calls, blocks, reading, data));
    }

    private Map<String, Map<String, Count>> counts(Cell cell) {
        Map<String, Map<String, Count>> counts = new LinkedHashMap<>();
        for (String name : group.table().contestants()) {
            Map<String, Count> of = counts(group.table().counted(name, cell));
            if (!of.isEmpty()) {
                of.values().stream().reduce(Count::plus).ifPresent(sum -> of.put(ALL, sum));
                counts.put(name, of);
            }
        }
        return counts;
    }

    private static Map<String, Count> counts(List<RunResult> runs) {
        Map<String, Count> counts = new TreeMap<>();
        for (RunResult run : runs) {
            for (Map.Entry<String, OperationCounts> of : run.use().operations().entrySet()) {
                Count count = new Count(of.getValue().issued(), of.getValue().blocked());
                if (!SUMS.contains(of.getKey()) && count.issued() > 0) {
                    counts.merge(of.getKey(), count, Count::plus);
                }
            }
        }
        return counts;
    }

    private static List<String> calls(Map<Cell, Map<String, Map<String, Count>>> all) {
        return all.values().stream()
                .flatMap(counts -> counts.values().stream())
                .flatMap(of -> of.keySet().stream())
                .distinct()
                .sorted(Comparator.comparingInt(CallFigures::place).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static int place(String call) {
        int known = ORDER.indexOf(call);
        return call.equals(ALL) ? Integer.MAX_VALUE : known < 0 ? ORDER.size() : known;
    }

    private static HeatBlock block(String heading, Map<String, Map<String, Count>> counts, List<String> calls) {
        return new HeatBlock(
                heading,
                counts.entrySet().stream()
                        .map(of -> new HeatRow(
                                of.getKey(),
                                calls.stream()
                                        .map(call -> cell(Optional.ofNullable(
                                                of.getValue().get(call))))
                                        .toList()))
                        .toList());
    }

    private static HeatCell cell(Optional<Count> count) {
        return count.map(
                        of -> new HeatCell(Numbers.percent(of.share()), "of " + Numbers.whole(of.issued()), of.share()))
                .orElse(new HeatCell("–", "", 0));
    }

    private static String reading(String heading, Map<String, Map<String, Count>> counts) {
        Comparator<Map.Entry<String, Map<String, Count>>> byShare = Comparator.comparingDouble(of -> all(of).share());
        Map.Entry<String, Map<String, Count>> least =
                counts.entrySet().stream().min(byShare).orElseThrow();
        Map.Entry<String, Map<String, Count>> most =
                counts.entrySet().stream().max(byShare).orElseThrow();
        String range = least.getKey().equals(most.getKey())
                ? Numbers.percent(all(most).share()) + " in " + most.getKey()
                : "from " + Numbers.percent(all(least).share()) + " in " + least.getKey() + " to "
                        + Numbers.percent(all(most).share()) + " in " + most.getKey();
        return (heading.isEmpty() ? "" : heading + ": ") + "of the operations that could block, " + range + " did.";
    }

    private static Count all(Map.Entry<String, Map<String, Count>> of) {
        return Optional.ofNullable(of.getValue().get(ALL)).orElseThrow();
    }
}
