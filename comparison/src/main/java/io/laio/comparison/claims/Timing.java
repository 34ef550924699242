package io.laio.comparison.claims;

import com.fasterxml.jackson.databind.JsonNode;
import io.laio.analysis.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * How many times as long one way of reading a byte from a pipe takes as another: what {@code bin/laio lab pipe} measured.
 *
 * @param pipe {@code full} or {@code empty}
 * @param of whose time
 * @param over how many times whose
 * @param expected how many times it should be
 * @param paper what the paper found
 */
record Timing(String pipe, String of, String over, Expected expected, String paper) implements Predicate {
    @Override
    public String command() {
        return "bin/laio compare --microbenchmark full";
    }

    @Override
    public List<Part> parts(StudyRuns runs) {
        // No other pair stands for this one, so the pair is what is looked at.
        String what = of + " over " + over + ", pipe " + pipe;
        return List.of(new Part(what, "", expected, paper, finding(runs), List.of()));
    }

    private Finding finding(StudyRuns runs) {
        JsonNode measured = runs.results().microbenchmark();
        if (measured == null) {
            return new Finding.Missing("the microbenchmark was not run");
        }
        List<Double> base = rounds(measured, over);
        List<Double> other = rounds(measured, of);
        if (base.isEmpty() || other.isEmpty()) {
            return new Finding.Missing("the microbenchmark did not measure " + (base.isEmpty() ? over : of));
        }
        return new Finding.Measured(
                new Estimate.Ratio(Sample.of(base), Sample.of(other)),
                Unit.TIMES,
                "with the pipe " + pipe + " a read by " + of + " takes {} as long as by " + over);
    }

    /** Nanoseconds a read of one byte in each round. */
    private List<Double> rounds(JsonNode measured, String contender) {
        List<Double> rounds = new ArrayList<>();
        StreamSupport.stream(measured.path("sizes").spliterator(), false)
                .filter(size -> size.path("bytes").asInt() == 1)
                .map(size -> size.path(pipe).path(contender).path("rounds"))
                .forEach(values -> values.forEach(value -> rounds.add(value.asDouble())));
        return rounds;
    }
}
