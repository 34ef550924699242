package io.laio.lab.pipe;

import io.laio.EngineUnavailableException;
import io.laio.analysis.statistics.Sample;
import io.laio.lab.Machine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Carries a plan out. A round is cut into slices, and a slice visits every cell once, in a random order; a cell's value of a round is
 * the median of its slices. So whatever else this machine does meanwhile disturbs all contenders alike, and a slice during which
 * somebody else had the processor does not count.
 */
public final class PipeStudy {
    static final int SLICES = 20;

    private final PipePlan plan;
    private final Consumer<String> progress;

    /**
     * Prepares.
     *
     * @param plan what to measure
     * @param progress told what is being done
     */
    public PipeStudy(PipePlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Measures, on the calling thread.
     *
     * @return nanoseconds a call of each round, by cell
     * @throws EngineUnavailableException if io_uring cannot be had
     */
    public PipeResults carryOut() throws EngineUnavailableException {
        Map<Cell, List<Double>> nanos = new HashMap<>();
        List<Cell> cells = cells();
        try (PipeReaders readers = PipeReaders.open()) {
            progress.accept("warming up");
            WarmUp.run(readers, plan);
            SplittableRandom random = new SplittableRandom(plan.seed());
            for (int round = 1; round <= plan.rounds(); round++) {
                progress.accept("round " + round + " of " + plan.rounds());
                round(readers, cells, random)
                        .forEach((cell, slices) -> nanos.computeIfAbsent(cell, first -> new ArrayList<>())
                                .add(Sample.of(slices).median()));
            }
        }
        return new PipeResults(plan, Machine.read(), nanos);
    }

    /** Mean nanoseconds a call of each slice of a round, by cell. */
    private Map<Cell, List<Double>> round(PipeReaders readers, List<Cell> cells, SplittableRandom random) {
        Map<Cell, List<Double>> nanos = new HashMap<>();
        for (int slice = 0; slice < SLICES; slice++) {
            Collections.shuffle(cells, random);
            for (Cell cell : cells) {
                int calls = ofSlice(plan.calls(cell.bytes()), slice);
                if (calls > 0) {
                    long sum = Stopwatch.nanos(readers.of(cell.contender()), cell.state(), cell.bytes(), calls);
                    nanos.computeIfAbsent(cell, first -> new ArrayList<>()).add((double) sum / calls);
                }
            }
        }
        return nanos;
    }

    /** Slices are as equal as whole numbers allow; with few calls some have none. */
    static int ofSlice(int calls, int slice) {
        return (int) ((long) calls * (slice + 1) / SLICES - (long) calls * slice / SLICES);
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int bytes : plan.sizes()) {
            for (PipeState state : PipeState.values()) {
                for (Contender contender : Contender.values()) {
                    cells.add(new Cell(contender, state, bytes));
                }
            }
        }
        return cells;
    }
}
