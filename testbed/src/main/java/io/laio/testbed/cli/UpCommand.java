package io.laio.testbed.cli;

import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.NoSuchModelException;
import io.laio.testbed.disk.UnfitMachineException;
import io.laio.testbed.disk.WantedDisk;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/laio disk up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Brings a disk up: an empty ext4 file system at DIR/fs, as fast as the model says. Needs root.",
        footerHeading = "%nExample:%n",
        footer = "  laio disk up hdd-2004 --dir /mnt/hdd --size 2G --cpu 1")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class UpCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "MODEL",
            description = "The device model, for instance hdd-2004 or constant@latencyMicros=2000.")
    private String model;

    @Option(names = "--dir", required = true, paramLabel = "DIR", description = "The disk's directory.")
    private Path directory;

    @Option(
            names = "--size",
            required = true,
            paramLabel = "BYTES",
            converter = SizeConverter.class,
            description = "How large the disk is, for instance 2G; so much is taken of the host's disk.")
    private long sizeBytes;

    @Option(
            names = "--files",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many files it must have room for, if there are many small ones; without it, one for"
                    + " each 16 KB of the size.")
    private long files;

    @Option(
            names = "--cpu",
            paramLabel = "N",
            description = "The processor that the disk's daemon is bound to; not the one of a server that is measured.")
    private @Nullable Integer cpu;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of what is random about the disk (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private DiskOptions options = new DiskOptions();

    @Spec
    private CommandSpec spec;

    UpCommand() {}

    @Override
    public Integer call() throws IOException {
        String left = "what bin/laio disk list shows; bin/laio disk down " + directory + " takes it away";
        try (Interruption _ = Interruption.ofThisThread(left)) {
            tell(options.disks().up(wanted()));
            return 0;
        } catch (NoSuchModelException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (UnfitMachineException e) {
            throw DiskFailure.of(e);
        } catch (InterruptedException e) {
            throw DiskFailure.of(e);
        }
    }

    private WantedDisk wanted() {
        try {
            return new WantedDisk(
                    model, directory.toAbsolutePath().normalize().toString(), sizeBytes, files, seed, cpu, false);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void tell(DiskState state) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(state.layout().fileSystem() + " is a disk " + model + " on /dev/loop"
                + Objects.requireNonNull(state.loop()) + "; take it away: bin/laio disk down "
                + state.layout().directory());
        out.flush();
    }
}
