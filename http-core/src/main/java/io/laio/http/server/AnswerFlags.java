package io.laio.http.server;

import io.laio.http.protocol.AccessLogLine;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every server: what it tells of its work. */
final class AnswerFlags {
    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "Append a line for every response to this file (default: none).")
    private @Nullable Path accessLog;

    @Option(
            names = "--access-log-format",
            paramLabel = "common|combined",
            description = "The lines' format (default: ${DEFAULT-VALUE}).")
    private String format = "common";

    @Option(names = "--stats", description = "Answer GET /.laio/stats with counters, and reset them on DELETE.")
    private boolean statistics;

    AnswerFlags() {}

    /**
     * Adds what these options ask for.
     *
     * @throws IllegalArgumentException if a word is unknown; the message names the known ones
     */
    ServerOptions apply(ServerOptions options) {
        boolean common = Choice.of("--access-log-format", format, List.of("common", "combined")) == 0;
        return options.withStatistics(statistics)
                .withAccessLog(accessLog, common ? AccessLogLine.Format.COMMON : AccessLogLine.Format.COMBINED);
    }
}
