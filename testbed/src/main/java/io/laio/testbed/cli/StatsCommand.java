package io.laio.testbed.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.laio.testbed.disk.daemon.DiskStatistics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bin/laio disk stats}. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description = "Tells what a disk has done since it was brought up.",
        footerHeading = "%nExample:%n",
        footer = "  laio disk stats /mnt/hdd --json")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class StatsCommand implements Callable<Integer> {
    @Mixin
    private OneDisk disk = new OneDisk();

    @Option(names = "--json", description = "Print all counters as one JSON object, on one line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    StatsCommand() {}

    @Override
    public Integer call() throws IOException {
        DiskStatistics statistics = disk.control().statistics();
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? JsonMapper.builder().build().writeValueAsString(statistics) : DiskText.of(statistics));
        out.flush();
        return 0;
    }
}
