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
        sortOptions = false,
        description = {
            "Brings a disk up: an empty ext4 file system at DIR/fs, as fast as the model says. Needs root.",
            "It stays until it is taken down (laio disk down DIR)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  laio disk up hdd-2004 --dir /mnt/hdd --size 2G --cpu 1",
            "  laio disk up cloud-volume --dir /mnt/cloud --size 1G --files 200000"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class UpCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "MODEL",
            description = "A model of config/disks or a .json file; @PARAMETER=VALUE behind it replaces values.")
    private String model;

    @Option(
            names = "--dir",
            required = true,
            paramLabel = "DIR",
            description = "Where the disk is to be; made if it is not there.")
    private Path directory;

    @Option(
            names = "--size",
            required = true,
            paramLabel = "BYTES",
            converter = SizeConverter.class,
            description = "How large the disk is, 16M at least; so much is taken of the disk that holds DIR, at once.")
    private long sizeBytes;

    @Option(
            names = "--files",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many files and directories it must have room for; one for each 16 KB of the size if not"
                    + " given.")
    private long files;

    @Option(
            names = "--cpu",
            paramLabel = "N",
            description = "The processor that the emulation runs on: not the one of a server that is measured"
                    + " (default: any).")
    private @Nullable Integer cpu;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of what is random about the disk (default: ${DEFAULT-VALUE}).")
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
