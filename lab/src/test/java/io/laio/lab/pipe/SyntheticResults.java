package io.laio.lab.pipe;

import io.laio.lab.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Results that were never measured. */
public final class SyntheticResults {
    private static final Machine MACHINE =
            new Machine(Instant.parse("2026-11-23T10:00:00Z"), "6.18", "a <processor> & more", 2, "a JVM");

    private SyntheticResults() {}

    /** A contender's base is its place times 100 ns, twice that when empty; rounds lie 1 ns apart. */
    public static PipeResults of(int rounds, List<Integer> sizes) {
        PipePlan plan = new PipePlan(1000, rounds, sizes, 7);
        Map<Cell, List<Double>> nanos = new HashMap<>();
        for (int bytes : plan.sizes()) {
            for (PipeState state : PipeState.values()) {
                for (Contender contender : Contender.values()) {
                    nanos.put(new Cell(contender, state, bytes), values(contender, state, bytes, rounds));
                }
            }
        }
        return new PipeResults(plan, MACHINE, nanos);
    }

    private static List<Double> values(Contender contender, PipeState state, int bytes, int rounds) {
        List<Double> values = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            int place = List.of(Contender.values()).indexOf(contender) + 1;
            values.add(place * (state == PipeState.FULL ? 100.0 : 200.0) + bytes / 100.0 + round);
        }
        return values;
    }
}
