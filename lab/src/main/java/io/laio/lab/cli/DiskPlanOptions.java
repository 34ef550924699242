package io.laio.lab.cli;

import io.laio.lab.disk.DiskPlan;
import io.laio.testbed.cli.SizeConverter;
import java.util.List;
import picocli.CommandLine.Option;

/** What is to be measured of emulated disks. */
final class DiskPlanOptions {
    @Option(
            names = "--disks",
            paramLabel = "MODEL",
            split = ",",
            defaultValue = "hdd-2004,hdd-2004-fcfs,cloud-volume",
            description =
                    "Models of config/disks, or .json files; @PARAMETER=VALUE behind one replaces values (default:"
                            + " ${DEFAULT-VALUE}).")
    private List<String> disks = List.of();

    @Option(
            names = "--depths",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2,4,8,16,32,64,128",
            description = "Random reads outstanding, 1 to 128; 1 and 32 are always among them (default:"
                    + " ${DEFAULT-VALUE}).")
    private List<Integer> depths = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long random reads go on, for each depth and round (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds; fewer than 6 give ranges, not intervals (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--size",
            paramLabel = "BYTES",
            defaultValue = "1G",
            converter = SizeConverter.class,
            description = "How much a disk holds, 64M at least; so much is taken of the host's disk (default:"
                    + " ${DEFAULT-VALUE}).")
    private long sizeBytes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "2004",
            description = "Of the disks, the places read and the order within rounds (default: ${DEFAULT-VALUE}).")
    private long seed;

    /**
     * The plan.
     *
     * @throws IllegalArgumentException if a number is out of range; the message names its option
     */
    DiskPlan plan() {
        return new DiskPlan(disks, depths, seconds, rounds, sizeBytes, seed);
    }
}
