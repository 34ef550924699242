package io.laio.testbed.cli;

import io.laio.linux.Linux;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.daemon.DiskDaemon;
import io.laio.testbed.disk.device.Disks;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What all commands on disks share. */
final class DiskOptions {
    @Option(
            names = "--registry",
            hidden = true,
            paramLabel = "DIR",
            description = "Where disks are written down; for tests.")
    private Path registry = DiskRegistry.USUAL;

    /** The disks, for the calling thread. */
    Disks disks() {
        return Disks.of(Linux.open(), home(), registry);
    }

    DiskDaemon daemon() {
        return new DiskDaemon(new DiskRegistry(registry), Disks.catalogue(home()));
    }

    private static Path home() {
        return Path.of(System.getProperty("laio.home", "")).toAbsolutePath();
    }
}
