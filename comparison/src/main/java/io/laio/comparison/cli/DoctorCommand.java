package io.laio.comparison.cli;

import io.laio.comparison.contestant.ExitCodes;
import io.laio.comparison.doctor.Doctor;
import io.laio.comparison.doctor.Finding;
import io.laio.comparison.doctor.Finding.Level;
import io.laio.linux.Linux;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bin/laio doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Tells what of the study this machine can carry, what is missing, and how to mend it.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all that is needed is there", "2:wrong usage", "4:something is missing"},
        footer = {"", "Example: bin/laio doctor --data /mnt/disk/laio-data"})
public final class DoctorCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "laio-data",
            description = "Where documents will lie: it is this disk that counts (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("laio-data");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** Makes the command; picocli fills in its options. */
    public DoctorCommand() {}

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(data);
        List<Finding> findings =
                Doctor.complete(Linux.open(), data.toAbsolutePath()).examine();
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(finding -> print(out, finding));
        long missing = findings.stream()
                .filter(finding -> finding.level() == Level.MISSING)
                .count();
        out.println(missing == 0 ? "All that is needed is there." : missing + " missing: see above how to mend it.");
        out.flush();
        return missing == 0 ? ExitCodes.GOOD : ExitCodes.ENVIRONMENT_UNFIT;
    }

    private static void print(PrintWriter out, Finding finding) {
        out.printf("%-8s %-12s %s%n", mark(finding.level()), finding.subject(), finding.detail());
        if (!finding.remedy().isEmpty()) {
            out.printf("%-21s -> %s%n", "", finding.remedy());
        }
    }

    private static String mark(Level level) {
        return switch (level) {
            case GOOD -> "ok";
            case NOTE -> "note";
            case MISSING -> level.name().toLowerCase(Locale.ROOT);
        };
    }
}
