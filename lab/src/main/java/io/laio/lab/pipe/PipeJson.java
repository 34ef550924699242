package io.laio.lab.pipe;

import io.laio.analysis.statistics.Difference;
import io.laio.analysis.statistics.Interval;
import io.laio.analysis.statistics.Summary;
import io.laio.lab.ResultFiles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code pipe.json}, described in {@code docs/lab.md}. The same results give the same bytes. */
public final class PipeJson {
    private static final int SCHEMA_VERSION = 1;

    private final PipeResults results;

    /**
     * Prepares.
     *
     * @param results what to write
     */
    public PipeJson(PipeResults results) {
        this.results = results;
    }

    /**
     * The file.
     *
     * @return UTF-8
     */
    public byte[] bytes() {
        return ResultFiles.json(root());
    }

    private Map<String, Object> root() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.put("unit", "nanoseconds a call, median of the rounds");
        for (PipeState state : PipeState.values()) {
            root.put(state.id(), medians(state, 1));
        }
        root.put("ratios", Arrays.stream(PaperRatio.values()).map(this::ratio).toList());
        root.put("plan", plan());
        root.put("machine", results.machine().fields());
        root.put("sizes", results.plan().sizes().stream().map(this::size).toList());
        return root;
    }

    private Map<String, Object> medians(PipeState state, int bytes) {
        Map<String, Object> medians = new LinkedHashMap<>();
        for (Contender contender : Contender.values()) {
            medians.put(
                    contender.id(),
                    results.summary(new Cell(contender, state, bytes)).median());
        }
        return medians;
    }

    private Map<String, Object> ratio(PaperRatio ratio) {
        Difference here = results.difference(ratio);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pipe", ratio.state().id());
        fields.put("of", ratio.other().id());
        fields.put("to", ratio.base().id());
        fields.put("ratio", here.ratio());
        fields.put("interval", interval(here.interval()));
        fields.put("provisional", here.provisional());
        fields.put("paper", ratio.paper());
        fields.put("mark", ratio.mark());
        return fields;
    }

    private static List<Double> interval(Interval interval) {
        return List.of(interval.low(), interval.high());
    }

    private Map<String, Object> plan() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("calls", results.plan().calls());
        fields.put("rounds", results.plan().rounds());
        fields.put("seed", results.plan().seed());
        return fields;
    }

    private Map<String, Object> size(int bytes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("bytes", bytes);
        fields.put("calls", results.plan().calls(bytes));
        for (PipeState state : PipeState.values()) {
            Map<String, Object> contenders = new LinkedHashMap<>();
            for (Contender contender : Contender.values()) {
                contenders.put(contender.id(), cell(new Cell(contender, state, bytes)));
            }
            fields.put(state.id(), contenders);
        }
        return fields;
    }

    private Map<String, Object> cell(Cell cell) {
        Summary summary = results.summary(cell);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("median", summary.median());
        fields.put("interval", interval(summary.interval()));
        fields.put("rounds", results.nanos().getOrDefault(cell, List.of()));
        return fields;
    }
}
