package io.laio.testbed.cli;

import io.laio.testbed.disk.daemon.ControlClient;
import io.laio.testbed.disk.device.Disks;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The disk that a command is about. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class OneDisk {
    @Parameters(paramLabel = "DIR", description = "The disk's directory, as laio disk list shows it.")
    private Path directory;

    @Mixin
    private DiskOptions options = new DiskOptions();

    Path directory() {
        return directory;
    }

    Disks disks() {
        return options.disks();
    }

    ControlClient control() throws IOException {
        return disks().control(directory);
    }
}
