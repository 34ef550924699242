package io.laio.testbed.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bin/laio disk pace}. */
@Command(
        name = "pace",
        mixinStandardHelpOptions = true,
        description = "Switches a disk's model off, to fill the disk at the host's speed, and on again.",
        footerHeading = "%nExample:%n",
        footer = "  laio disk pace /mnt/hdd off")
final class PaceCommand implements Callable<Integer> {
    /** Whether the model decides. */
    enum Pace {
        /** When a request completes says the model. */
        ON,
        /** It completes as soon as the host can. */
        OFF
    }

    @Mixin
    private OneDisk disk = new OneDisk();

    @Parameters(paramLabel = "on|off", description = "Whether the model decides when requests complete.")
    private Pace pace = Pace.ON;

    PaceCommand() {}

    @Override
    public Integer call() throws IOException {
        disk.control().pace(pace == Pace.ON);
        return 0;
    }
}
