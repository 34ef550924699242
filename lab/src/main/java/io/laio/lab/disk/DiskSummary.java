package io.laio.lab.disk;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.files.TextTable;
import io.laio.analysis.statistics.Summary;
import java.util.List;

/** Results for a terminal. */
public final class DiskSummary {
    private final DiskResults results;

    /**
     * Prepares.
     *
     * @param results what to tell
     */
    public DiskSummary(DiskResults results) {
        this.results = results;
    }

    /**
     * A table and two sentences for each disk.
     *
     * @return lines, each ended
     */
    public String text() {
        DiskPlan plan = results.plan();
        StringBuilder text = new StringBuilder();
        text.append("Random reads of ")
                .append(DiskWords.size(Load.RANDOM_BYTES))
                .append(", reads a second: the model's in simulated time, the device's by ")
                .append(results.fio())
                .append(", ")
                .append(DiskWords.rounds(plan))
                .append(", seed ")
                .append(plan.seed())
                .append('\n');
        results.disks().forEach(disk -> text.append(text(disk)));
        return text.toString();
    }

    private static String text(DiskResult result) {
        String late = result.lateReads() == 0
                ? ""
                : "  for " + Numbers.whole(result.lateReads()) + " reads the image was later than the model\n";
        return "\n" + result.disk().name() + ": " + result.disk().title() + "\n" + random(result) + inOrder(result)
                + "  " + DiskWords.gain(result) + " (model: " + Numbers.measured(result.modelGain()) + ")\n" + late;
    }

    private static String random(DiskResult result) {
        TextTable table = new TextTable(
                List.of("depth", "model", "device", "", "device/model", "model, ms", "device, ms", "daemon, CPU"));
        for (Point point : result.random()) {
            Summary rate = point.perSecond();
            table.row(List.of(
                    Numbers.whole(point.load().depth()),
                    Numbers.measured(point.model().perSecond()),
                    Numbers.measured(rate.median()),
                    "(" + Numbers.interval(rate.interval()) + ")",
                    Numbers.measured(point.ratio()),
                    Numbers.measured(point.model().meanMillis()),
                    Numbers.measured(point.meanMillis()),
                    Numbers.percent(point.daemonCpuShare())));
        }
        return table.text();
    }

    private static String inOrder(DiskResult result) {
        Point point = result.sequential();
        Summary rate = point.mebibytesPerSecond();
        return "  in order, " + DiskWords.size(point.load().bytes()) + " a read, "
                + point.load().depth() + " outstanding: model "
                + Numbers.measured(point.model().mebibytesPerSecond())
                + " MiB/s, device " + Numbers.measured(rate.median()) + " (" + Numbers.interval(rate.interval()) + "), "
                + Numbers.measured(point.ratio()) + " times; daemon " + Numbers.percent(point.daemonCpuShare())
                + " of a processor\n";
    }

    /**
     * The bars, a row each.
     *
     * @return lines, each ended
     */
    public String bars() {
        TextTable table = new TextTable(List.of("disk", "bar", "measured", "from", "to", ""));
        for (DiskBar bar : DiskBars.of(results)) {
            table.row(List.of(
                    bar.disk(),
                    bar.words(),
                    Numbers.measured(bar.value()),
                    Numbers.measured(bar.low()),
                    Double.isFinite(bar.high()) ? Numbers.measured(bar.high()) : "",
                    bar.holds() ? "holds" : "missed"));
        }
        return table.text();
    }
}
