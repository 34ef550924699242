package io.laio.testbed.cli;

import io.laio.testbed.disk.model.catalogue.DiskCatalogue;
import io.laio.testbed.disk.model.catalogue.DiskSpecException;
import io.laio.testbed.disk.model.simulation.Description;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/laio disk describe}: what a device model does, simulated in no time. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells how fast a device model is: random reads by queue depth, and reads in order, in simulated time.",
            "Its parameters and their sources are in config/disks."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  laio disk describe hdd-2004",
            "  laio disk describe constant@latencyMicros=5000 --json",
            "  laio disk describe hdd-2004@order=shortest-positioning --size 4G"
        })
final class DescribeCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "MODEL",
            description = "A model of config/disks or a .json file; @PARAMETER=VALUE behind it replaces values.")
    private String model = "";

    @Option(
            names = "--size",
            paramLabel = "BYTES",
            defaultValue = "2G",
            converter = SizeConverter.class,
            description = "How much the device holds, 64M at least (default: ${DEFAULT-VALUE}).")
    private long sizeBytes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "2004",
            description = "Of what is random about device and load (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print one JSON object instead of the table.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Description description = described();
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? new DescriptionJson(description).text() : new DescriptionText(description).text());
        out.flush();
        return 0;
    }

    private Description described() {
        Path home = Path.of(Optional.ofNullable(System.getProperty("laio.home")).orElse(""));
        DiskCatalogue catalogue = new DiskCatalogue(home.resolve("config/disks"));
        try {
            return Description.of(catalogue.find(model), sizeBytes, seed);
        } catch (DiskSpecException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
