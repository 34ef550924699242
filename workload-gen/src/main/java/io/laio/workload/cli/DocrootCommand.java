package io.laio.workload.cli;

import io.laio.workload.documents.DocumentRoot;
import io.laio.workload.documents.DocumentRoot.Report;
import io.laio.workload.documents.DocumentRoot.Trust;
import io.laio.workload.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laio workload docroot}: makes a directory hold a trace's documents. */
@Command(
        name = "docroot",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a directory hold the documents of a trace: real, incompressible files.",
            "What is there already is kept, so an interrupted run is resumed by running it again."
        },
        footerHeading = "%nExample:%n",
        footer = "  laio workload docroot berkeley.trace --dir /srv/berkeley")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DocrootCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TRACE", description = "a trace of 'synth' or 'import'")
    private Path trace;

    @Option(names = "--dir", paramLabel = "DIR", required = true, description = "the directory; made if absent")
    private Path directory;

    @Option(names = "--check", description = "look at every file even if the directory's manifest says all are there")
    private boolean check;

    @Override
    public Integer call() {
        return Guard.run(this::create);
    }

    private int create() throws IOException {
        try (TraceReader reader = TraceReader.open(trace);
                ConsoleProgress progress =
                        new ConsoleProgress(spec.commandLine().getErr())) {
            Report report = DocumentRoot.create(
                    reader.documents(),
                    directory,
                    check ? Trust.FILES : Trust.MANIFEST,
                    (written, total) -> show(progress, written, total));
            print(report);
        }
        return ExitCode.OK;
    }

    private static void show(ConsoleProgress progress, long written, long total) {
        if (progress.due()) {
            progress.show(String.format(
                    Locale.ROOT,
                    "%,d of %,d bytes written (%d %%)",
                    written,
                    total,
                    100 * written / Math.max(1, total)));
        }
    }

    private void print(Report report) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s: %,d documents of %,d bytes; %,d of them written now (%,d bytes)%n",
                        directory,
                        report.files(),
                        report.bytes(),
                        report.filesWritten(),
                        report.bytesWritten());
    }
}
