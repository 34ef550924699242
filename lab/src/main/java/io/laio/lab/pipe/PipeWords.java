package io.laio.lab.pipe;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.statistics.Difference;
import io.laio.analysis.statistics.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the results say, in sentences. */
final class PipeWords {
    private PipeWords() {}

    static String of(PipeState state) {
        return switch (state) {
            case FULL -> "Pipe always full: no read blocks";
            case EMPTY -> "Pipe always empty: every read blocks";
        };
    }

    /** Beneath a figure: how it was measured. */
    static List<String> caption(PipeResults results) {
        PipePlan plan = results.plan();
        String spread = plan.rounds() < Summary.ENOUGH_REPEATS ? "the range" : "a bootstrap 95 % interval";
        return List.of(
                "Medians of " + plan.rounds() + " rounds of " + Numbers.whole(plan.calls())
                        + " reads of one byte (fewer of more bytes), with " + spread + ".",
                "Empty: the read is issued, then the same thread writes and awaits the completion.",
                results.machine().processor() + ", Linux " + results.machine().kernel() + ".");
    }

    /** For those who do not see a figure. */
    static String description(PipeResults results) {
        return Arrays.stream(PipeState.values())
                .map(state -> of(state) + ": "
                        + Arrays.stream(Contender.values())
                                .map(contender -> contender.words() + " "
                                        + Numbers.measured(results.summary(new Cell(contender, state, 1))
                                                .median())
                                        + " ns")
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(". ", "", "."));
    }

    /** Three sentences: what blocks, what does not, and what laziness saves. */
    static List<String> explanation(PipeResults results) {
        return List.of(
                "With data there, a read through LAIO takes " + times(results.difference(PaperRatio.FULL_LAIO))
                        + " as long as a plain one: the thread itself reads, with preadv2(RWF_NOWAIT), and the ring is not entered.",
                "With none there, it takes " + times(results.difference(PaperRatio.EMPTY_LAIO))
                        + " as long as through POSIX AIO: io_uring completes the read in the very thread that waits for it, while the"
                        + " C library hands each read to a thread of its own and back.",
                "Asking a kernel worker eagerly takes " + times(eagerToLazy(results))
                        + " as long as LAIO when nothing blocks: that is what trying first saves.");
    }

    private static Difference eagerToLazy(PipeResults results) {
        return Difference.between(
                results.sample(new Cell(Contender.LAIO, PipeState.FULL, 1)),
                results.sample(new Cell(Contender.EAGER, PipeState.FULL, 1)));
    }

    private static String times(Difference difference) {
        return Numbers.measured(difference.ratio()) + " times";
    }
}
