package io.laio.testbed.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/laio disk}: disks that behave like a chosen one. */
@Command(
        name = "disk",
        mixinStandardHelpOptions = true,
        description = {
            "Emulates disks: a file system on a device that is as fast, and as slow, as a device model says.",
            "The models are in config/disks. A comparison makes a disk of its own (laio compare --disk MODEL)."
        },
        subcommands = {
            DescribeCommand.class,
            UpCommand.class,
            DownCommand.class,
            ListCommand.class,
            StatsCommand.class,
            PaceCommand.class,
            RemountCommand.class,
            DaemonCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:good", "1:failed", "2:wrong usage", "4:environment unfit"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  laio disk describe hdd-2004",
            "  laio disk up hdd-2004 --dir /mnt/hdd --size 2G",
            "  laio disk list",
            "  laio disk down /mnt/hdd"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class DiskCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public DiskCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a subcommand is needed");
    }
}
