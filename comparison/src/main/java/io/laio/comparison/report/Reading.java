package io.laio.comparison.report;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.statistics.Difference;
import io.laio.analysis.statistics.Ranking;
import io.laio.analysis.statistics.Sample;
import io.laio.comparison.figures.LoopTime;
import io.laio.comparison.figures.LoopTimeFigure;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Metric;
import io.laio.comparison.statistics.RunTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a figure shows, in a few sentences. */
final class Reading {
    private Reading() {}

    /** Who is ahead at each number of clients, and by how much where there are most. */
    static String of(RunTable table, List<Cell> cells, Metric metric) {
        Map<String, List<String>> clientsByLeader = new LinkedHashMap<>();
        List<String> details = new ArrayList<>();
        for (Cell cell : cells) {
            Map<String, Sample> samples = samples(table, cell, metric);
            if (samples.size() > 1) {
                Ranking ranking = Ranking.of(scores(samples, metric));
                clientsByLeader
                        .computeIfAbsent(leaders(ranking), ignored -> new ArrayList<>())
                        .add(Numbers.whole(cell.clients()));
                details.add(gap(ranking, samples, cell, metric));
            }
        }
        if (details.isEmpty()) {
            return "There is nothing to compare.";
        }
        String who = clientsByLeader.entrySet().stream()
                .map(entry -> entry.getKey() + " at " + Words.and(entry.getValue()))
                .collect(Collectors.joining("; "));
        return (metric.higherIsBetter() ? "Highest: " : "Shortest: ") + who + " clients. " + details.getLast();
    }

    private static Map<String, Sample> samples(RunTable table, Cell cell, Metric metric) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        table.contestants()
                .forEach(name -> table.sample(name, cell, metric).ifPresent(sample -> samples.put(name, sample)));
        return samples;
    }

    private static Map<String, Sample> scores(Map<String, Sample> samples, Metric metric) {
        Map<String, Sample> scores = new LinkedHashMap<>(samples);
        if (!metric.higherIsBetter()) {
            scores.replaceAll((name, sample) -> sample.inverse());
        }
        return scores;
    }

    private static String leaders(Ranking ranking) {
        List<String> names = ranking.groups().getFirst().places().stream()
                .map(Ranking.Place::name)
                .toList();
        return names.size() == 1 ? names.getFirst() : Words.and(names) + " (no significant difference)";
    }

    /** The best against the last: how far the servers lie apart. */
    private static String gap(Ranking ranking, Map<String, Sample> samples, Cell cell, Metric metric) {
        String best = ranking.places().getFirst().name();
        String last = ranking.places().getLast().name();
        Sample base = sample(samples, last);
        Difference difference =
                Difference.between(base, sample(samples, best), ranking.places().size() - 1);
        String provisional = difference.provisional() ? ", provisionally," : "";
        String verdict = difference.found() ? "." : ": no significant difference.";
        return "At " + Words.count(cell.clients(), "client") + provisional + " " + best + " has "
                + Words.times(difference) + " the " + metric.words() + " of " + last + verdict;
    }

    private static Sample sample(Map<String, Sample> samples, String name) {
        return Optional.ofNullable(samples.get(name)).orElseThrow();
    }

    /** Whose loop was blocked most and least, and for how long at once. */
    static String of(LoopTimeFigure figure) {
        LoopTime most = figure.rows().stream()
                .max(Comparator.comparingDouble(LoopTime::blocked))
                .orElseThrow();
        LoopTime least = figure.rows().stream()
                .min(Comparator.comparingDouble(LoopTime::blocked))
                .orElseThrow();
        String longest = ", the longest turn for " + Numbers.measured(most.longestMillis()) + " ms";
        String first = "Blocked most: " + most.contestant() + " at " + Words.count(most.clients(), "client") + ", "
                + Numbers.percent(most.blocked()) + " of its loop time" + longest + ".";
        return most.equals(least)
                ? first
                : first + " Least: " + least.contestant() + " at " + Words.count(least.clients(), "client") + ", "
                        + Numbers.percent(least.blocked()) + ".";
    }
}
