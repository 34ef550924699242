package io.laio.testbed.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.laio.testbed.disk.daemon.DiskStatistics;
import io.laio.testbed.disk.device.DiskStatus;
import io.laio.testbed.disk.device.Disks;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bin/laio disk list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the disks of this machine, and what is left of those whose processes were killed.",
            "REQUESTS were answered; for as many as LATE says the host's disk was slower than the model."
        },
        footerHeading = "%nExample:%n",
        footer = "  laio disk list --json")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ListCommand implements Callable<Integer> {
    private static final String ROW = "%-16s %-32s %10s %-8s %8s %6s %s%n";

    /**
     * A disk.
     *
     * @param model its model
     * @param directory its directory
     * @param fileSystem where documents belong
     * @param sizeBytes how large it is
     * @param device its loop device; null before there is one
     * @param daemonPid its daemon; null if that does not run
     * @param state whether it can be used, in words
     * @param usable the same
     * @param statistics what it has done; null if nobody answers
     */
    record Row(
            String model,
            String directory,
            String fileSystem,
            long sizeBytes,
            @Nullable String device,
            @Nullable Long daemonPid,
            String state,
            boolean usable,
            @Nullable DiskStatistics statistics) {}

    @Option(names = "--json", description = "Print everything as JSON instead of the table.")
    private boolean json;

    @Mixin
    private DiskOptions options = new DiskOptions();

    @Spec
    private CommandSpec spec;

    ListCommand() {}

    @Override
    public Integer call() throws IOException {
        List<Row> rows = rows(options.disks());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(rows));
        } else {
            print(rows, out);
        }
        out.flush();
        return 0;
    }

    private static List<Row> rows(Disks disks) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (DiskStatus disk : disks.list()) {
            Integer loop = disk.state().loop();
            rows.add(new Row(
                    disk.state().wanted().model(),
                    disk.state().wanted().directory(),
                    disk.state().layout().fileSystem().toString(),
                    disk.state().wanted().sizeBytes(),
                    loop == null ? null : "/dev/loop" + loop,
                    disk.daemonPid(),
                    DiskText.of(disk),
                    disk.isUsable(),
                    statistics(disks, disk)));
        }
        return rows;
    }

    private static @Nullable DiskStatistics statistics(Disks disks, DiskStatus disk) {
        if (disk.daemonPid() == null) {
            return null;
        }
        try {
            return disks.control(disk.state().layout().directory()).statistics();
        } catch (IOException silent) {
            return null; // the row says that nobody answers
        }
    }

    private static void print(List<Row> rows, PrintWriter out) {
        if (rows.isEmpty()) {
            out.println("no disks");
            return;
        }
        out.printf(ROW, "MODEL", "DIRECTORY", "MIB", "DEVICE", "REQUESTS", "LATE", "STATE");
        rows.forEach(row -> out.printf(
                Locale.ROOT,
                ROW,
                row.model(),
                row.directory(),
                row.sizeBytes() >> 20,
                row.device() == null ? "-" : row.device().substring("/dev/".length()),
                row.statistics() == null ? "-" : row.statistics().requests(),
                row.statistics() == null ? "-" : row.statistics().lateRequests(),
                row.usable() && row.statistics() == null ? "its daemon does not answer" : row.state()));
    }
}
