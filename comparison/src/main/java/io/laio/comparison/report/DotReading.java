package io.laio.comparison.report;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.statistics.Sample;
import io.laio.analysis.statistics.Summary;
import io.laio.comparison.figures.Dot;
import io.laio.comparison.figures.DotBlock;
import io.laio.comparison.figures.DotFigure;
import io.laio.comparison.figures.DotRow;
import io.laio.comparison.figures.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a figure of dots shows: the least and the most in each block, or of a row with several dots the first against the last. */
final class DotReading {
    private final DotFigure figure;

    DotReading(DotFigure figure) {
        this.figure = figure;
    }

    /** A sentence for each block. */
    List<String> sentences() {
        return figure.blocks().stream().map(this::of).toList();
    }

    private String of(DotBlock block) {
        List<String> parts = paired(block) ? pairs(block) : extremes(block);
        String words = String.join("; ", parts) + ".";
        return block.heading().isEmpty() ? Words.sentence(words) : Words.sentence(block.heading()) + ": " + words;
    }

    private static boolean paired(DotBlock block) {
        return block.rows().stream().flatMap(row -> row.cells().stream()).anyMatch(dots -> dots.size() > 1);
    }

    /** The most and the least of each column. */
    private List<String> extremes(DotBlock block) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < figure.columns().size(); i++) {
            int column = i;
            List<Dot> dots = block.rows().stream()
                    .flatMap(row -> row.cells().get(column).stream())
                    .filter(dot -> dot.summary() != null)
                    .sorted(Comparator.comparingDouble(DotReading::median))
                    .toList();
            if (!dots.isEmpty()) {
                parts.add(extremes(figure.columns().get(column), dots));
            }
        }
        return parts.isEmpty() ? List.of("no run tells") : parts;
    }

    private static String extremes(DotFigure.Column column, List<Dot> rising) {
        String least = shown(rising.getFirst());
        String most = shown(rising.getLast());
        String what = column.heading() + ", " + column.measure().unit() + ": ";
        if (rising.size() > 1 && least.equals(most)) {
            return what + most + " in every server";
        }
        String to = most + " in " + rising.getLast().contestant();
        return what
                + (rising.size() == 1 ? to : least + " in " + rising.getFirst().contestant() + " to " + to);
    }

    private static double median(Dot dot) {
        return Optional.ofNullable(dot.summary()).map(Summary::median).orElse(0.0);
    }

    private static String shown(Dot dot) {
        return Optional.ofNullable(dot.summary()).map(DotReading::shown).orElse(Shown.NOTHING);
    }

    private static String shown(Summary summary) {
        boolean point = summary.interval().low() == summary.interval().high();
        return Numbers.measured(summary.median()) + (point ? "" : " (" + Numbers.interval(summary.interval()) + ")");
    }

    /** At the largest number of clients: each server's first way against its last. */
    private List<String> pairs(DotBlock block) {
        int most = block.rows().stream().mapToInt(DotRow::clients).max().orElse(0);
        return block.rows().stream()
                .filter(row -> row.clients() == most)
                .flatMap(this::pairs)
                .toList();
    }

    private Stream<String> pairs(DotRow row) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < figure.columns().size(); i++) {
            pair(row.cells().get(i), figure.columns().get(i).measure()).ifPresent(parts::add);
        }
        return parts.isEmpty() ? Stream.empty() : Stream.of(row.label() + ": " + String.join(", and ", parts));
    }

    private static Optional<String> pair(List<Dot> dots, Measure measure) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        Stream.of(dots.getFirst(), dots.getLast())
                .forEach(dot ->
                        Optional.ofNullable(dot.sample()).ifPresent(sample -> samples.put(dot.contestant(), sample)));
        return Standing.of(samples, true)
                .map(standing -> standing.gap(measure.words()).replaceFirst("\\.$", ""));
    }
}
