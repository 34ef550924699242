package io.laio.testbed.cli;

import io.laio.testbed.disk.device.Disks;
import io.laio.testbed.disk.device.Disks.Gone;
import io.laio.testbed.disk.device.TakenDown;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/laio disk down}. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a disk away with all that is on it, also what is left of one whose processes were killed.",
            "If it is in use, its users get errors.",
            "Networks are taken away by: laio network down --all"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  laio disk down /mnt/hdd", "  laio disk down --all"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DownCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    /** One disk, or all. */
    static final class Which {
        @Parameters(paramLabel = "DIR", description = "The disk's directory.")
        private @Nullable Path directory;

        @Option(
                names = "--all",
                description = "All disks of this machine but those that are just being brought up; one that cannot be"
                        + " taken away keeps none of the others.")
        private boolean all;
    }

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Mixin
    private DiskOptions options = new DiskOptions();

    @Spec
    private CommandSpec spec;

    DownCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        TakenDown down = down(options.disks());
        PrintWriter out = spec.commandLine().getOut();
        down.gone().forEach((directory, how) -> out.println(directory + " " + words(how)));
        if (down.gone().isEmpty() && down.failures().isEmpty()) {
            out.println("there was no disk");
        }
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        down.failures().forEach((directory, failure) -> err.println(directory + " stays: " + failure.getMessage()));
        err.flush();
        return down.failures().isEmpty() ? 0 : FAILED;
    }

    private static String words(Gone gone) {
        return switch (gone) {
            case THERE_WAS_NONE -> "was no disk";
            case QUIETLY -> "is no disk any more";
            case FROM_ITS_USERS -> "is no disk any more; it was in use, and its users get errors now";
            case COMES_UP -> "is just being brought up by another process, and was left alone";
        };
    }

    private TakenDown down(Disks disks) throws IOException, InterruptedException {
        if (which.all) {
            return disks.downAll();
        }
        Path directory = Objects.requireNonNull(which.directory, "picocli wants one of the two");
        return new TakenDown(Map.of(directory, disks.down(directory)), Map.of());
    }
}
