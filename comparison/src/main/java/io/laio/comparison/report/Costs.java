package io.laio.comparison.report;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.statistics.Sample;
import io.laio.comparison.results.LoopStall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the first of a contest spends where the next one does: processor time, and loop time blocked, which often is the reason. */
final class Costs {
    private final Contest contest;

    Costs(Contest contest) {
        this.contest = contest;
    }

    /** One sentence for each cost that both tell of, and one where only one of them tells of its loops. */
    List<String> sentences() {
        String best = contest.best();
        String next = contest.next().orElseThrow();
        List<String> sentences = new ArrayList<>();
        both(blocked(best), blocked(next))
                .ifPresent(pair -> sentences.add("The loops of " + best + " were blocked for "
                        + Numbers.percent(pair.getFirst()) + " of their time, those of " + next + " for "
                        + Numbers.percent(pair.getLast()) + "."));
        untold(best, next).ifPresent(sentences::add);
        both(cpu(best), cpu(next))
                .ifPresent(pair -> sentences.add("A request cost " + best + " "
                        + Numbers.measured(pair.getFirst()) + " µs of processor time, and " + next + " "
                        + Numbers.measured(pair.getLast()) + " µs (medians of all runs)."));
        return sentences;
    }

    /** That one's loop is not compared because the other says nothing of its own. */
    private Optional<String> untold(String best, String next) {
        if (blocked(best).isPresent() == blocked(next).isPresent()) {
            return Optional.empty();
        }
        String silent = blocked(best).isPresent() ? next : best;
        return Optional.of("What " + silent + " waited for is not known: it does not tell, or has no event loop.");
    }

    private static Optional<List<Double>> both(Optional<Double> first, Optional<Double> second) {
        return first.flatMap(a -> second.map(b -> List.of(a, b)));
    }

    private Optional<Double> blocked(String name) {
        List<LoopStall> stalls = contest.runs(name)
                .flatMap(run -> Stream.ofNullable(run.use().loopStallMillis()))
                .toList();
        double wall = stalls.stream().mapToDouble(LoopStall::wall).sum();
        double blocked = stalls.stream().mapToDouble(LoopStall::total).sum();
        return wall > 0 ? Optional.of(blocked / wall) : Optional.empty();
    }

    private Optional<Double> cpu(String name) {
        List<Double> micros = contest.runs(name)
                .flatMap(run -> Stream.ofNullable(run.use().serverCpuMicrosPerRequest()))
                .toList();
        return micros.isEmpty()
                ? Optional.empty()
                : Optional.of(Sample.of(micros).median());
    }
}
