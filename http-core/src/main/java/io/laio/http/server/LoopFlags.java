package io.laio.http.server;

import picocli.CommandLine.Option;

/** Options of event-driven servers. */
final class LoopFlags {
    @Option(
            names = "--loops",
            paramLabel = "N",
            description = "Event loops, each on a thread of its own (default: ${DEFAULT-VALUE}, the study's).")
    private int loops = 1;

    LoopFlags() {}

    /** Throws {@code IllegalArgumentException} if the number is not permitted. */
    int loops() {
        return Range.from(1).check("--loops", loops);
    }
}
