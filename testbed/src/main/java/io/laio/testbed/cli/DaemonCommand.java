package io.laio.testbed.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bin/laio disk daemon}: what {@code disk up} starts. */
@Command(
        name = "daemon",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Serves a disk that disk up has begun; it is started by that command alone.",
        footerHeading = "%nExample:%n",
        footer = "  laio disk daemon hdd-1a2b3c4d")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DaemonCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The disk's name in the registry.")
    private String id;

    @Mixin
    private DiskOptions options = new DiskOptions();

    DaemonCommand() {}

    @Override
    public Integer call() throws IOException {
        options.daemon().serve(id);
        return 0;
    }
}
