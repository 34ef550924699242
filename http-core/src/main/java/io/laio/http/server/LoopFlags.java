package io.laio.http.server;

import picocli.CommandLine.Option;

/** Options of event-driven servers. */
final class LoopFlags {
    @Option(
            names = "--loops",
            paramLabel = "N",
            description = "Event loops, each on a thread of its own (default: ${DEFAULT-VALUE}, the study's).")
    private int loops = 1;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            description = "Connections of a loop; the newest beyond that gets 503 (default: ${DEFAULT-VALUE}).")
    private int maxConnections = 10_000;

    LoopFlags() {}

    int loops() {
        return loops;
    }

    int maxConnections() {
        return maxConnections;
    }
}
