package io.laio.workload.cli;

import io.laio.workload.imports.ImportReport;
import io.laio.workload.imports.LogImporter;
import io.laio.workload.imports.Queries;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laio workload import}: makes a trace from an access log. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a trace from an access log in Common or Combined Log Format, gzip or not.",
            "Lines that cannot be replayed are skipped and counted by reason."
        },
        footerHeading = "%nExample:%n",
        footer = "  laio workload import /var/log/nginx/access.log.gz --out site.trace")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LOG", description = "the log")
    private Path log;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            required = true,
            description = "where to write the trace")
    private Path out;

    @Option(
            names = "--idle-cut",
            paramLabel = "T",
            defaultValue = "15s",
            converter = Units.DurationConverter.class,
            description = "a client idle for longer begins a new sequence (default: ${DEFAULT-VALUE})")
    private Duration idleCut;

    @Option(
            names = "--queries",
            paramLabel = "keep|drop",
            defaultValue = "keep",
            description = "whether every query string is a document of its own, as on a site that computes its pages,"
                    + " or means nothing (default: ${DEFAULT-VALUE})")
    private String queries;

    @Override
    public Integer call() {
        return Guard.run(this::importLog);
    }

    private int importLog() throws IOException {
        print(LogImporter.run(log, out, idleCut, queryHandling()));
        return ExitCode.OK;
    }

    private Queries queryHandling() {
        return switch (queries) {
            case "keep" -> Queries.KEEP;
            case "drop" -> Queries.DROP;
            default -> throw new IllegalArgumentException("--queries must be keep or drop, is " + queries);
        };
    }

    private void print(ImportReport report) {
        PrintWriter writer = spec.commandLine().getOut();
        Summaries.printTrace(writer, out, report.header());
        writer.printf(Locale.ROOT, "%,d lines read, %,d skipped:%n", report.lines(), report.skippedLines());
        report.skipped().forEach((reason, count) -> writer.printf(Locale.ROOT, "  %,8d %s%n", count, reason));
        report.notes().forEach((note, count) -> writer.printf(Locale.ROOT, "note: %,d %s%n", count, note));
    }
}
