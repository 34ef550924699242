package io.laio.lab.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the files of an experiment go. */
final class OutputOption {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss", Locale.ROOT);

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go (default: results/lab- and the time).")
    private Optional<Path> out = Optional.empty();

    /** The directory asked for, or one named by this second. */
    Path directory() {
        return out.orElseGet(() -> Path.of("results", "lab-" + TIME.format(LocalDateTime.now(ZoneId.systemDefault()))));
    }
}
