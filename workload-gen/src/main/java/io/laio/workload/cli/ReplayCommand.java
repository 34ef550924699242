package io.laio.workload.cli;

import io.laio.workload.replay.Manner;
import io.laio.workload.replay.Replay;
import io.laio.workload.replay.ReplayJson;
import io.laio.workload.replay.ReplayPlan;
import io.laio.workload.replay.ReplayProgress.Snapshot;
import io.laio.workload.replay.ReplayResult;
import io.laio.workload.replay.ReplaySummary;
import io.laio.workload.replay.Saturation;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laio workload replay}: plays a trace against a server. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a trace against any HTTP/1.1 server that serves its documents, and checks every response.",
            "In a closed loop each client makes its next request when its last was answered, as in the study; in an open one"
                    + " (--rate, --own-times) requests have moments of their own, from which their response times count."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  laio workload replay berkeley.trace --target http://127.0.0.1:8080 --clients 64 --duration 30s",
            "  laio workload replay berkeley.trace --target http://127.0.0.1:8080 --rate 2000 --threshold 'p99<50ms,errors<0.1%%'",
            "  laio workload replay site.trace --target http://127.0.0.1:8080 --own-times --speed 60 --csv seconds.csv",
            "  laio workload replay berkeley.trace --target http://127.0.0.1:8080 --shard 0/4 --start-at 2026-11-30T15:00:00Z --json > 0.json"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TRACE", description = "a trace of 'synth' or 'import'")
    private Path trace;

    @Option(
            names = "--target",
            paramLabel = "URL",
            required = true,
            converter = Units.TargetConverter.class,
            description = "the server, e.g. http://127.0.0.1:8080")
    private InetSocketAddress target;

    @Mixin
    private ArrivalOptions arrivals;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "0",
            description = "play the first N requests of the trace (default: all)")
    private long requests;

    @Option(
            names = "--duration",
            paramLabel = "T",
            defaultValue = "0",
            converter = Units.DurationConverter.class,
            description = "stop after this time, e.g. 30s (default: when all requests are made)")
    private Duration duration;

    @Option(
            names = "--verify-every",
            paramLabel = "K",
            defaultValue = "" + Manner.DEFAULT_VERIFY_EVERY,
            description = "compare one response in K byte for byte, 0 for none (default: ${DEFAULT-VALUE});"
                    + " needs documents made by 'docroot'")
    private int verifyEvery;

    @Option(
            names = "--connection-per-request",
            description = "a connection for each request, not for each sequence (the thttpd profile)")
    private boolean connectionPerRequest;

    @Option(
            names = "--timeout",
            paramLabel = "T",
            defaultValue = "30s",
            converter = Units.DurationConverter.class,
            description = "how long a request may take (default: ${DEFAULT-VALUE})")
    private Duration timeout;

    @Option(
            names = "--max-failures",
            paramLabel = "N",
            defaultValue = "" + Manner.DEFAULT_MAX_FAILURES,
            description = "give up after so many failed requests, 0 for never (default: ${DEFAULT-VALUE})")
    private long maxFailures;

    @Mixin
    private ThresholdOptions thresholds;

    @Mixin
    private ShardOptions shard;

    @Option(names = "--json", description = "print the result as JSON (docs/replay-output.md)")
    private boolean json;

    @Mixin
    private IntervalOptions intervals;

    @Override
    public Integer call() {
        return Guard.run(this::replay);
    }

    private int replay() throws IOException {
        try (Interruption _ = new Interruption()) {
            return replayAndReport();
        }
    }

    private int replayAndReport() throws IOException {
        ReplayResult result;
        try (IntervalFiles files = intervals.open();
                ConsoleProgress progress =
                        new ConsoleProgress(spec.commandLine().getErr())) {
            result = Replay.run(plan(), snapshot -> show(progress, snapshot), files.listener(), files.interval());
            files.commit();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? ReplayJson.of(result, thresholds.thresholds()) : ReplaySummary.of(result));
        out.flush();
        boolean counts = Saturation.reasons(result).isEmpty();
        return thresholds.exitCode(result, counts, spec.commandLine().getErr());
    }

    private ReplayPlan plan() {
        ReplayPlan plan = ReplayPlan.closedLoop(trace, target, arrivals.clients())
                .withArrivals(arrivals.arrivals())
                .withShard(shard.shard())
                .withLimits(requests, duration.toMillis())
                .withVerifyEvery(verifyEvery)
                .withConnectionPerRequest(connectionPerRequest)
                .withTolerance(timeout.toMillis(), maxFailures);
        return shard.startAt().map(plan::startingAt).orElse(plan);
    }

    private static void show(ConsoleProgress progress, Snapshot snapshot) {
        if (progress.due()) {
            double seconds = snapshot.elapsedNanos() / 1e9;
            progress.show(String.format(
                    Locale.ROOT,
                    "%,.0f s: %,d requests (%,.0f/s), %,d failed, %,.0f Mb/s, %,d connections open",
                    seconds,
                    snapshot.requests(),
                    snapshot.requests() / seconds,
                    snapshot.failures(),
                    snapshot.bytes() * 8e-6 / seconds,
                    snapshot.openConnections()));
        }
    }
}
