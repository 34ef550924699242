package io.laio.comparison.report;

import io.laio.analysis.statistics.Difference;
import io.laio.analysis.statistics.Ranking;
import io.laio.analysis.statistics.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is ahead of whom in one number at one place of a figure.
 *
 * @param samples of two contestants at least, all positive
 * @param higherIsBetter which way
 * @param ranking of them
 */
record Standing(Map<String, Sample> samples, boolean higherIsBetter, Ranking ranking) {

    /** The standing of those whose values can be put in proportion; nothing if they are fewer than two. */
    static Optional<Standing> of(Map<String, Sample> samples, boolean higherIsBetter) {
        Map<String, Sample> scores = new LinkedHashMap<>(samples);
        scores.values().removeIf(sample -> sample.min() <= 0);
        if (scores.size() < 2) {
            return Optional.empty();
        }
        if (!higherIsBetter) {
            scores.replaceAll((name, sample) -> sample.inverse());
        }
        return Optional.of(new Standing(samples, higherIsBetter, Ranking.of(scores)));
    }

    /** The first, and who is not told apart from it; these in the order of the table, for theirs is chance. */
    String leaders() {
        List<String> group = ranking.groups().getFirst().places().stream()
                .map(Ranking.Place::name)
                .toList();
        List<String> names = samples.keySet().stream().filter(group::contains).toList();
        return names.size() == 1 ? names.getFirst() : Words.and(names) + " (no significant difference)";
    }

    /** The best against the last: how far they lie apart, e.g. {@code A has 2.1 times the throughput of B.} */
    String gap(String words) {
        String best = ranking.places().getFirst().name();
        String last = ranking.places().getLast().name();
        Difference difference =
                Difference.between(sample(last), sample(best), ranking.places().size() - 1);
        String provisional = difference.provisional() ? "provisionally, " : "";
        String verdict = difference.found() ? "." : ": no significant difference.";
        return provisional + best + " has " + Words.times(difference) + " the " + words + " of " + last + verdict;
    }

    private Sample sample(String name) {
        return Optional.ofNullable(samples.get(name)).orElseThrow();
    }
}
