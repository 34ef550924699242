package io.laio.workload.cli;

import io.laio.workload.replay.ClockSkew;
import io.laio.workload.replay.MergeJson;
import io.laio.workload.replay.ReplayJsonReader;
import io.laio.workload.replay.ReplayResult;
import io.laio.workload.replay.ReplaySummary;
import io.laio.workload.replay.Saturation;
import io.laio.workload.replay.ShardMerge;
import io.laio.workload.replay.ShardStarts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laio workload merge}: puts the results of several generators together. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Puts the results of several generators together, each of which replayed a shard of one trace (--shard, --json).",
            "Counts and percentiles are those of one generator on the same samples. Results of different traces, seeds, versions or"
                    + " ways to play are refused, and so are shards that are there twice, or not at all."
        },
        footerHeading = "%nExample:%n",
        footer = "  laio workload merge 0.json 1.json 2.json 3.json")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class MergeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RESULT",
            arity = "1..*",
            description = "what 'replay --shard I/N --json' printed, one of each shard")
    private List<Path> files;

    @Mixin
    private ThresholdOptions thresholds;

    @Option(names = "--json", description = "print the result as JSON (docs/replay-output.md)")
    private boolean json;

    @Override
    public Integer call() {
        return Guard.run(this::merge);
    }

    private int merge() throws IOException {
        List<ReplayResult> shards = new ArrayList<>();
        for (Path file : files) {
            shards.add(ReplayJsonReader.read(file));
        }
        ReplayResult whole = ShardMerge.of(shards);
        List<String> apart = ShardStarts.reasons(shards);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(MergeJson.of(whole, shards, thresholds.thresholds()));
        } else {
            out.print(ReplaySummary.of(whole));
            shards.forEach(shard -> printShard(out, shard));
            out.println("  " + ClockSkew.words(shards));
            apart.forEach(reason -> out.println("  this does not count: " + reason));
        }
        out.flush();
        boolean counts = apart.isEmpty()
                && shards.stream().allMatch(shard -> Saturation.reasons(shard).isEmpty());
        return thresholds.exitCode(whole, counts, spec.commandLine().getErr());
    }

    private static void printShard(PrintWriter out, ReplayResult shard) {
        out.printf(
                Locale.ROOT,
                "  shard %s: %,d requests from %s on, for %.2f s; %.0f %% of a CPU%n",
                shard.manner().shard(),
                shard.requests(),
                shard.startedAt(),
                shard.elapsedNanos() / 1e9,
                100 * shard.load().cpuFraction());
        Saturation.reasons(shard).forEach(reason -> out.println("    does not count: " + reason));
    }
}
