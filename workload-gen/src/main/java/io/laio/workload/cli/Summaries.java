package io.laio.workload.cli;

import io.laio.workload.trace.TraceHeader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** One-line results that several commands print. */
final class Summaries {
    private Summaries() {}

    static void printTrace(PrintWriter out, Path file, TraceHeader header) {
        out.printf(
                Locale.ROOT,
                "%s: %,d requests in %,d sequences for %,d documents of %,d bytes, sha256 %s%n",
                file,
                header.requests(),
                header.sequences(),
                header.files(),
                header.footprintBytes(),
                header.sha256());
    }
}
