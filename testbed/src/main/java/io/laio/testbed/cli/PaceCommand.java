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
        description = {
            "Switches a disk's model off, to fill the disk at the host's speed, and on again.",
            "When it is switched off, what waits for the model is answered at once."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  laio disk pace /mnt/hdd off", "  laio disk pace /mnt/hdd on"})
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

    @Parameters(
            paramLabel = "on|off",
            description = "on: a request completes when the model says; off: as soon as the host can.")
    private Pace pace = Pace.ON;

    PaceCommand() {}

    @Override
    public Integer call() throws IOException {
        disk.control().pace(pace == Pace.ON);
        return 0;
    }
}
