package io.laio.lab.disk;

import io.laio.analysis.statistics.Summary;
import io.laio.lab.ResultFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code disk.json}, described in {@code docs/lab.md}. The same results give the same bytes. */
public final class DiskJson {
    private static final int SCHEMA_VERSION = 1;

    private final DiskResults results;

    /**
     * Prepares.
     *
     * @param results what to write
     */
    public DiskJson(DiskResults results) {
        this.results = results;
    }

    /**
     * The file.
     *
     * @return UTF-8
     */
    public byte[] bytes() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.put("disks", results.disks().stream().map(DiskJson::disk).toList());
        root.put("bars", DiskBars.of(results).stream().map(DiskJson::bar).toList());
        root.put("plan", plan());
        root.put("fio", results.fio());
        root.put("machine", results.machine().fields());
        return ResultFiles.json(root);
    }

    private static Map<String, Object> disk(DiskResult result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", result.disk().name());
        fields.put("title", result.disk().title());
        fields.put("random", result.random().stream().map(DiskJson::point).toList());
        fields.put("sequential", point(result.sequential()));
        fields.put("modelGain", result.modelGain());
        fields.put("deviceGain", result.deviceGain());
        fields.put("mostDaemonCpuShare", result.mostDaemonCpuShare());
        fields.put("lateReads", result.lateReads());
        return fields;
    }

    private static Map<String, Object> point(Point point) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("bytes", point.load().bytes());
        fields.put("depth", point.load().depth());
        fields.put("model", reads(point.model()));
        fields.put("device", device(point));
        fields.put("ratio", point.ratio());
        return fields;
    }

    private static Map<String, Object> reads(Reads reads) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("readsPerSecond", reads.perSecond());
        fields.put("meanMillis", reads.meanMillis());
        fields.put("mebibytesPerSecond", reads.mebibytesPerSecond());
        return fields;
    }

    private static Map<String, Object> device(Point point) {
        Summary rate = point.perSecond();
        Map<String, Object> fields = reads(new Reads(
                rate.median(), point.meanMillis(), point.mebibytesPerSecond().median()));
        fields.put("interval", List.of(rate.interval().low(), rate.interval().high()));
        fields.put("daemonCpuShare", point.daemonCpuShare());
        fields.put("rounds", point.rounds().stream().map(DiskJson::round).toList());
        return fields;
    }

    private static Map<String, Object> round(Measured round) {
        Map<String, Object> fields = reads(round.reads());
        fields.put("daemonCpuShare", round.daemonCpuShare());
        fields.put("lateReads", round.lateReads());
        return fields;
    }

    /** JSON has no infinity: without an upper bound the member is left out. */
    private static Map<String, Object> bar(DiskBar bar) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("disk", bar.disk());
        fields.put("bar", bar.words());
        fields.put("value", bar.value());
        fields.put("low", bar.low());
        if (Double.isFinite(bar.high())) {
            fields.put("high", bar.high());
        }
        fields.put("holds", bar.holds());
        return fields;
    }

    private Map<String, Object> plan() {
        DiskPlan plan = results.plan();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("disks", plan.disks());
        fields.put("depths", plan.depths());
        fields.put("seconds", plan.seconds());
        fields.put("rounds", plan.rounds());
        fields.put("sizeBytes", plan.sizeBytes());
        fields.put("seed", plan.seed());
        return fields;
    }
}
