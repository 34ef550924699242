package io.laio.comparison.report;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.statistics.Sample;
import io.laio.comparison.results.LoopStall;
import io.laio.comparison.results.OperationCounts;
import io.laio.comparison.results.OperationStall;
import io.laio.comparison.results.RunResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one server did in one cell: how fast it was, how long its loops stood still and in which operations, what blocked, and
 * what its helpers took. Times and rates are medians over the runs that count, counts are their sums.
 */
final class ServerRow {
    /** The columns. */
    static final List<String> HEADER = List.of(
            "server",
            "Mb/s",
            "requests/s",
            "mean ms",
            "p99 ms",
            "loop blocked",
            "longest stall",
            "stalls, total by operation",
            "turns blocked over 1 / 10 / 100 ms",
            "operations blocked, of those issued",
            "server memory",
            "helper memory");

    /** The columns before these tell how fast a server was, as other tables of the report do. */
    private static final int FIRST_OF_WAITING = HEADER.indexOf("loop blocked");

    /** Sums over other operations, which would count them twice. */
    private static final Set<String> SUMS = Set.of("network", "disk");

    /** Less than this is the rounding of clocks. */
    private static final double SHOWN_MILLIS = 0.01;

    private final List<RunResult> runs;
    private final List<LoopStall> stalls;

    private ServerRow(List<RunResult> runs) {
        this.runs = runs;
        stalls = runs.stream()
                .flatMap(run -> Stream.ofNullable(run.use().loopStallMillis()))
                .toList();
    }

    /**
     * The row of a server.
     *
     * @param contestant its name
     * @param runs its runs that count, one at least
     * @return a cell for each column
     */
    static List<String> of(String contestant, List<RunResult> runs) {
        ServerRow row = new ServerRow(runs);
        return List.of(
                contestant,
                row.median(run -> run.performance().throughputMbps(), Numbers::measured),
                row.median(run -> run.performance().requestsPerSecond(), Numbers::measured),
                row.median(run -> run.performance().responseTimeMillis().mean(), Numbers::measured),
                row.median(run -> run.performance().responseTimeMillis().p99(), Numbers::measured),
                row.blockedShare(),
                row.longestStall(),
                row.stallsByOperation(),
                row.longTurns(),
                row.blockedOperations(),
                row.memory(run -> run.use().serverMemoryBytes()),
                row.memory(run -> run.use().helperMemoryBytes()));
    }

    /**
     * A row without the columns on how fast a server was.
     *
     * @param row a row, or the header
     * @return the server and where it waited
     */
    static List<String> waiting(List<String> row) {
        return Stream.concat(Stream.of(row.getFirst()), row.stream().skip(FIRST_OF_WAITING))
                .toList();
    }

    private String median(Function<RunResult, @Nullable Double> value, Function<Double, String> shown) {
        List<Double> values = runs.stream()
                .flatMap(run -> Stream.ofNullable(value.apply(run)))
                .toList();
        return values.isEmpty() ? Shown.NOTHING : shown.apply(Sample.of(values).median());
    }

    private String memory(Function<RunResult, @Nullable Long> bytes) {
        return median(
                run -> {
                    Long value = bytes.apply(run);
                    return value == null ? null : value.doubleValue();
                },
                value -> value == 0 ? "none" : Numbers.bytes(Math.round(value)));
    }

    private String blockedShare() {
        double wall = stalls.stream().mapToDouble(LoopStall::wall).sum();
        double blocked = stalls.stream().mapToDouble(LoopStall::total).sum();
        return wall > 0 ? Numbers.percent(blocked / wall) : Shown.NOTHING;
    }

    private String longestStall() {
        return stalls.stream()
                .max(Comparator.comparingDouble(LoopStall::max))
                .map(ServerRow::longest)
                .orElse(Shown.NOTHING);
    }

    private static String longest(LoopStall stall) {
        if (stall.max() < SHOWN_MILLIS) {
            return "none";
        }
        return millis(stall.max()) + (stall.longestOperation() == null ? "" : " (" + stall.longestOperation() + ")");
    }

    /** The largest first; what no operation told of comes last. */
    private String stallsByOperation() {
        if (stalls.isEmpty()) {
            return Shown.NOTHING;
        }
        Map<String, Double> millis = new TreeMap<>();
        stalls.forEach(
                stall -> stall.operations().forEach((name, part) -> millis.merge(name, part.total(), Double::sum)));
        double untold = stalls.stream().mapToDouble(ServerRow::untold).sum();
        String told = millis.entrySet().stream()
                .filter(entry -> entry.getValue() >= SHOWN_MILLIS)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(entry -> entry.getKey() + " " + millis(entry.getValue()))
                .collect(Collectors.joining(", "));
        if (untold < SHOWN_MILLIS) {
            return told.isEmpty() ? "none" : told;
        }
        return (told.isEmpty() ? "" : told + ", ") + "other " + millis(untold);
    }

    private static double untold(LoopStall stall) {
        double told = stall.operations().values().stream()
                .mapToDouble(OperationStall::total)
                .sum();
        return Math.max(0, stall.total() - told);
    }

    private String longTurns() {
        return stalls.isEmpty()
                ? Shown.NOTHING
                : turns(LoopStall::turnsOver1) + " / " + turns(LoopStall::turnsOver10) + " / "
                        + turns(LoopStall::turnsOver100);
    }

    private String turns(ToLongFunction<LoopStall> count) {
        return Numbers.whole(stalls.stream().mapToLong(count).sum());
    }

    private String blockedOperations() {
        Map<String, long[]> counts = new TreeMap<>();
        runs.forEach(run -> run.use().operations().forEach((name, count) -> add(counts, name, count)));
        if (counts.isEmpty()) {
            return Shown.NOTHING;
        }
        String blocked = counts.entrySet().stream()
                .filter(entry -> entry.getValue()[0] > 0)
                .map(entry -> entry.getKey() + " " + blocked(entry.getValue()[0], entry.getValue()[1]))
                .collect(Collectors.joining(", "));
        return blocked.isEmpty() ? "none" : blocked;
    }

    private static void add(Map<String, long[]> counts, String name, OperationCounts count) {
        if (!SUMS.contains(name)) {
            long[] sum = counts.computeIfAbsent(name, key -> new long[2]);
            sum[0] += count.blocked();
            sum[1] += count.issued();
        }
    }

    private static String blocked(long blocked, long issued) {
        return Numbers.whole(blocked) + (issued > 0 ? " (" + Numbers.percent((double) blocked / issued) + ")" : "");
    }

    private static String millis(double millis) {
        return Numbers.measured(millis) + " ms";
    }
}
