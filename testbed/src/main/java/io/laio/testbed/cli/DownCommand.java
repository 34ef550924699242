package io.laio.testbed.cli;

import io.laio.testbed.disk.device.Disks;
import io.laio.testbed.disk.device.Disks.Gone;
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
        description = "Takes a disk away with all that is on it, also what is left of one whose daemon was killed.",
        footerHeading = "%nExample:%n",
        footer = "  laio disk down /mnt/hdd")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DownCommand implements Callable<Integer> {
    /** One disk, or all. */
    static final class Which {
        @Parameters(paramLabel = "DIR", description = "The disk's directory.")
        private @Nullable Path directory;

        @Option(names = "--all", description = "All disks of this machine.")
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
        Map<Path, Gone> gone = down(options.disks());
        PrintWriter out = spec.commandLine().getOut();
        gone.forEach((directory, how) -> out.println(directory + " " + words(how)));
        if (gone.isEmpty()) {
            out.println("there was no disk");
        }
        out.flush();
        return 0;
    }

    private static String words(Gone gone) {
        return switch (gone) {
            case THERE_WAS_NONE -> "was no disk";
            case QUIETLY -> "is no disk any more";
            case FROM_ITS_USERS -> "is no disk any more; it was in use, and its users get errors now";
        };
    }

    private Map<Path, Gone> down(Disks disks) throws IOException, InterruptedException {
        if (which.all) {
            return disks.downAll();
        }
        Path directory = Objects.requireNonNull(which.directory, "picocli wants one of the two");
        return Map.of(directory, disks.down(directory));
    }
}
