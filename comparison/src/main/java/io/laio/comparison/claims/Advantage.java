package io.laio.comparison.claims;

import io.laio.analysis.statistics.Sample;
import io.laio.comparison.claims.Conditions.Where;
import io.laio.comparison.claims.StudyRuns.Search;
import io.laio.comparison.statistics.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many times as good one server is as another: in throughput, or in the shortness of the mean response time. Of all numbers of
 * clients at once (the geometric mean of the ratios, as in the report's ranking), or of the peaks.
 *
 * @param pairs who against whom
 * @param metrics in what
 * @param conditions where
 * @param peak whether the peaks are compared, each server's over all numbers of clients
 * @param expected how large it should be; above 1 if the first should be better
 * @param paper what the paper found
 */
record Advantage(
        List<Pair> pairs, List<Metric> metrics, Conditions conditions, boolean peak, Expected expected, String paper)
        implements Predicate {
    Advantage {
        pairs = List.copyOf(pairs);
        metrics = List.copyOf(metrics);
    }

    /**
     * Who against whom.
     *
     * @param server the one
     * @param rivals the other; of several, the one with the highest peak, which is known only if all have runs that count
     */
    record Pair(String server, List<String> rivals) {
        Pair {
            rivals = List.copyOf(rivals);
        }

        String words() {
            return server + " over " + (rivals.size() == 1 ? rivals.getFirst() : "the next best");
        }

        Stream<String> servers() {
            return Stream.concat(Stream.of(server), rivals.stream());
        }
    }

    @Override
    public String command() {
        List<String> servers = pairs.stream().flatMap(Pair::servers).distinct().toList();
        return "bin/laio compare --server " + String.join(",", servers) + " " + conditions.options();
    }

    @Override
    public List<Part> parts(StudyRuns runs) {
        return conditions.each().stream()
                .flatMap(where -> metrics.stream()
                        .flatMap(metric -> pairs.stream().map(pair -> part(runs.find(where), where, metric, pair))))
                .toList();
    }

    private Part part(Search search, Where where, Metric metric, Pair pair) {
        String what = (peak ? "peak " : "") + metric.words() + ", " + where.words();
        return switch (search) {
            case Search.Nothing nothing ->
                new Part(what, pair.words(), expected, paper, new Finding.Missing(nothing.reason()), List.of());
            case Search.Found found ->
                new Part(
                        what, pair.words(), expected, paper, finding(found.runs(), where, metric, pair), found.notes());
        };
    }

    private Finding finding(ConditionRuns runs, Where where, Metric metric, Pair pair) {
        List<String> present = pair.rivals().stream()
                .filter(rival -> runs.absence(rival).isEmpty())
                .toList();
        Optional<String> absence = runs.absence(pair.server())
                .or(() -> present.isEmpty() ? runs.absence(pair.rivals().getFirst()) : Optional.empty());
        if (absence.isPresent()) {
            return new Finding.Missing(absence.get() + " (" + where.words() + ")");
        }
        return peak ? peaks(runs, where, pair, present) : scores(runs, where, metric, pair);
    }

    private static Finding scores(ConditionRuns runs, Where where, Metric metric, Pair pair) {
        String rival = pair.rivals().getFirst();
        Map<String, Sample> scores = runs.scores(List.of(pair.server(), rival), metric);
        Sample base = scores.get(rival);
        Sample other = scores.get(pair.server());
        if (base == null || other == null) {
            return new Finding.Missing(pair.server() + " and " + rival
                    + " have no number of clients in common at which runs count (" + where.words() + ")");
        }
        String sentence = switch (metric) {
            case THROUGHPUT -> pair.server() + " has {} the throughput of " + rival;
            case RESPONSE_TIME -> "the mean response time of " + rival + " is {} that of " + pair.server();
        };
        return new Finding.Measured(new Estimate.Ratio(base, other), Unit.TIMES, sentence + " on " + where.words());
    }

    /** Over the best of those that ran; if not all did, that is the most that the lead can be. */
    private static Finding peaks(ConditionRuns runs, Where where, Pair pair, List<String> present) {
        String best = present.stream()
                .max(Comparator.comparingDouble(rival -> runs.peak(rival).median()))
                .orElseThrow();
        List<String> absent =
                pair.rivals().stream().filter(rival -> !present.contains(rival)).toList();
        Estimate.Ratio lead = new Estimate.Ratio(runs.peak(best), runs.peak(pair.server()));
        String next = absent.isEmpty()
                ? best + ", the next best"
                : "the next best (" + best + " of those that ran; not " + String.join(", ", absent) + ")";
        return new Finding.Measured(
                absent.isEmpty() ? lead : new Estimate.AtMost(lead),
                Unit.TIMES,
                "the peak throughput of " + pair.server() + " is {} that of " + next + ", on " + where.words());
    }
}
