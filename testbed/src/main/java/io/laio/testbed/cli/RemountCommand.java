package io.laio.testbed.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bin/laio disk remount}. */
@Command(
        name = "remount",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a disk cold: unmounts and mounts it, so that nothing of its data, names and metadata is in memory.",
            "Nobody may have a file of it open; what was written goes to the disk first, at its pace."
        },
        footerHeading = "%nExample:%n",
        footer = "  laio disk remount /mnt/hdd")
final class RemountCommand implements Callable<Integer> {
    @Mixin
    private OneDisk disk = new OneDisk();

    RemountCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        disk.disks().remount(disk.directory());
        return 0;
    }
}
