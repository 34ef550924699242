package io.laio.lab.cli;

import io.laio.lab.disk.DiskBar;
import io.laio.lab.disk.DiskBars;
import io.laio.lab.disk.DiskFiles;
import io.laio.lab.disk.DiskPlan;
import io.laio.lab.disk.DiskResults;
import io.laio.lab.disk.DiskStudy;
import io.laio.lab.disk.DiskSummary;
import io.laio.lab.disk.DiskTraits;
import io.laio.lab.disk.Emulation;
import io.laio.linux.Linux;
import io.laio.testbed.cli.DiskFailure;
import io.laio.testbed.cli.Interruption;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.UnfitMachineException;
import io.laio.testbed.disk.device.Disks;
import io.laio.testbed.disk.model.catalogue.DiskCatalogue;
import io.laio.testbed.disk.model.catalogue.DiskSpec;
import io.laio.testbed.disk.model.catalogue.DiskSpecException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/laio lab disk}: emulated disks beside their models. */
@Command(
        name = "disk",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows what emulated disks do beside what their models say: brings each up, reads it by fio, takes it down,",
            "and lets the model serve the same loads in simulated time (docs/lab.md). Needs root and fio."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  laio lab disk",
            "  laio lab disk --disks hdd-2004,cloud-volume --seconds 4 --rounds 1 --check",
            "  laio lab disk --disks constant@latencyMicros=2000 --depths 1,64"
        })
public final class LabDiskCommand implements Callable<Integer> {
    @Mixin
    private OutputOption out = new OutputOption();

    @Mixin
    private DiskPlanOptions asked = new DiskPlanOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "laio-data",
            description =
                    "Where the disks' images lie, on a disk faster than those emulated (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("laio-data");

    @Option(
            names = "--check",
            description = "End with code 3 if a bar is missed: rate and gain of hdd-2004; of all disks that turn the"
                    + " throughput in order and the daemon's processor time; the gain of volumes with a limit.")
    private boolean check;

    @Option(
            names = "--registry",
            hidden = true,
            paramLabel = "DIR",
            description = "Where disks are written down; for tests.")
    private Path registry = DiskRegistry.USUAL;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Makes the command; picocli fills in its options. */
    public LabDiskCommand() {}

    @Override
    public Integer call() throws IOException {
        DiskPlan plan = plan();
        List<DiskSpec> specs = specs(plan);
        requireBars(specs);
        Path directory = out.directory();
        DiskResults results = measured(plan, specs);
        DiskFiles.write(results, directory);
        tell(results, directory);
        return check && !DiskBars.of(results).stream().allMatch(DiskBar::holds) ? LabFailure.THRESHOLD_MISSED : 0;
    }

    private ParameterException refused(Exception e) {
        return new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }

    private DiskPlan plan() {
        try {
            return asked.plan();
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("laio.home", "")).toAbsolutePath();
    }

    private List<DiskSpec> specs(DiskPlan plan) {
        DiskCatalogue catalogue = new DiskCatalogue(home().resolve("config/disks"));
        List<DiskSpec> specs = new ArrayList<>();
        try {
            for (String name : plan.disks()) {
                specs.add(catalogue.find(name));
            }
        } catch (DiskSpecException e) {
            throw refused(e);
        }
        return specs;
    }

    /** A check that judges nothing would always be passed. */
    private void requireBars(List<DiskSpec> specs) {
        if (check && specs.stream().map(DiskTraits::of).noneMatch(DiskBars::judge)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--check judges disks that turn and volumes with a limit on operations: name one in --disks");
        }
    }

    private DiskResults measured(DiskPlan plan, List<DiskSpec> specs) throws IOException {
        PrintWriter progress = spec.commandLine().getErr();
        Path directory = data.toAbsolutePath().normalize().resolve("lab-disk");
        Emulation emulation = new Emulation(Disks.of(Linux.open(), home(), registry), directory);
        String left = "what bin/laio disk list shows; bin/laio disk down " + directory + " takes it away";
        try (Interruption _ = Interruption.ofThisThread(left)) {
            return DiskStudy.of(plan, emulation, progress::println).carryOut(specs);
        } catch (DiskSpecException e) {
            throw refused(e);
        } catch (UnfitMachineException e) {
            throw DiskFailure.of(e);
        } catch (InterruptedException e) {
            throw DiskFailure.of(e);
        }
    }

    private void tell(DiskResults results, Path directory) {
        PrintWriter console = spec.commandLine().getOut();
        DiskSummary summary = new DiskSummary(results);
        console.println(summary.text());
        if (check) {
            console.println(summary.bars());
        }
        console.println("Figure and data: " + directory);
        console.flush();
    }
}
