package io.laio.lab.disk;

import io.laio.analysis.files.Csv;
import io.laio.analysis.statistics.Summary;
import java.util.List;

/** Results as comma-separated values: a row a disk and load. */
final class DiskTable {
    private static final List<String> HEADER = List.of(
            "disk",
            "order",
            "bytes",
            "depth",
            "rounds",
            "model_reads_per_second",
            "device_reads_per_second",
            "low",
            "high",
            "spread",
            "model_millis",
            "device_millis",
            "model_mib_per_second",
            "device_mib_per_second",
            "daemon_cpu_share");

    private DiskTable() {}

    static Csv of(DiskResults results) {
        Csv csv = new Csv(HEADER);
        for (DiskResult disk : results.disks()) {
            disk.points().forEach(point -> csv.row(row(disk.disk().name(), point)));
        }
        return csv;
    }

    private static List<Object> row(String disk, Point point) {
        Summary rate = point.perSecond();
        return List.of(
                disk,
                point.load().order().id(),
                point.load().bytes(),
                point.load().depth(),
                rate.count(),
                point.model().perSecond(),
                rate.median(),
                rate.interval().low(),
                rate.interval().high(),
                rate.provisional() ? "range" : "bootstrap 95 %",
                point.model().meanMillis(),
                point.meanMillis(),
                point.model().mebibytesPerSecond(),
                point.mebibytesPerSecond().median(),
                point.daemonCpuShare());
    }
}
