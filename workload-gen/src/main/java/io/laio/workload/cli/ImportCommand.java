package io.laio.workload.cli;

import io.laio.workload.imports.Anonymiser;
import io.laio.workload.imports.ImportReport;
import io.laio.workload.imports.LogImporter;
import io.laio.workload.imports.Queries;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "Makes a trace from an access log in Common or Combined Log Format, with the virtual host before it or without, gzip or",
            "not.",
            "Lines that cannot be replayed are skipped and counted by reason."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  laio workload import /var/log/nginx/access.log.gz --out site.trace",
            "  laio workload import access.log --out to-share.trace --anonymise"
        })
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

    @Option(
            names = "--anonymise",
            description =
                    "give documents names that say nothing: each part of a path becomes a hash with a key that nobody knows,"
                            + " and keeps its extension (clients' addresses are in no trace anyway)")
    private boolean anonymise;

    @Option(
            names = "--anonymise-key",
            paramLabel = "WORDS",
            description = "the same, with a key of your own: the same names each time; keep it secret")
    private @Nullable String anonymiseKey;

    @Override
    public Integer call() {
        return Guard.run(this::importLog);
    }

    private int importLog() throws IOException {
        print(LogImporter.run(log, out, idleCut, queryHandling(), anonymiser()));
        return ExitCode.OK;
    }

    private Optional<Anonymiser> anonymiser() {
        if (anonymiseKey != null) {
            return Optional.of(Anonymiser.withKey(anonymiseKey));
        }
        return anonymise ? Optional.of(Anonymiser.withRandomKey()) : Optional.empty();
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
