package io.laio.lab.pipe;

import io.laio.analysis.statistics.Difference;
import io.laio.analysis.statistics.Sample;
import io.laio.analysis.statistics.Summary;
import io.laio.lab.Machine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured.
 *
 * @param plan what was asked for
 * @param machine where and when
 * @param nanos nanoseconds a call, one value a round, by cell
 */
public record PipeResults(PipePlan plan, Machine machine, Map<Cell, List<Double>> nanos) {

    /** Copies the measurements. */
    public PipeResults {
        Map<Cell, List<Double>> copy = new LinkedHashMap<>();
        nanos.forEach((cell, values) -> copy.put(cell, List.copyOf(values)));
        nanos = Map.copyOf(copy);
    }

    /**
     * The rounds of a cell.
     *
     * @param cell one of the plan's
     * @return its values
     */
    public Sample sample(Cell cell) {
        return Sample.of(Optional.ofNullable(nanos.get(cell)).orElseThrow());
    }

    /**
     * A cell in a few numbers.
     *
     * @param cell one of the plan's
     * @return median, and interval or range
     */
    public Summary summary(Cell cell) {
        return Summary.of(sample(cell));
    }

    /**
     * How a ratio of the paper came out here, for one byte.
     *
     * @param ratio which
     * @return ratio with interval
     */
    public Difference difference(PaperRatio ratio) {
        return Difference.between(
                sample(new Cell(ratio.base(), ratio.state(), 1)), sample(new Cell(ratio.other(), ratio.state(), 1)));
    }
}
