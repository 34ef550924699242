package io.laio.comparison.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of {@code compare} that stand for what servers find below them. Their values are checked where the plan's are. */
final class MachineOptions {
    @Option(
            names = "--memory",
            split = ",",
            paramLabel = "BYTES|Fx",
            description =
                    "Page cache each server may use, e.g. 190M; 0.5x is half of the bytes that a run touches (default: 2G "
                            + "times the scale).")
    private List<String> memory = List.of();

    @Option(
            names = "--disk",
            paramLabel = "NAME|FILE",
            description =
                    "native (default), or a device model of config/disks (hdd-2004, cloud-volume, ...), or a file: an "
                            + "emulated disk is brought up below --data for the documents, and taken down. Needs root (see: laio disk "
                            + "--help).")
    private List<String> disk = List.of();

    @Option(
            names = "--read-limit",
            split = ",",
            paramLabel = "iops=N|bps=N",
            description = "What each server may read from the documents' disk, in reads and bytes a second, e.g. "
                    + "iops=300,bps=60M. No slow disk, but a stand-in where none can be had: many reads at once get no more "
                    + "done than one after the other.")
    private List<String> readLimit = List.of();

    @Option(
            names = "--read-ahead",
            paramLabel = "BYTES|leave",
            description =
                    "Read-ahead of the documents' disk during the runs (default: 128K; of an emulated disk, what its "
                            + "model says).")
    private List<String> readAhead = List.of();

    @Option(
            names = "--network",
            paramLabel = "NAME|FILE",
            description =
                    "loopback (default), or a link of config/networks (gigabit), or a file: a shaped link is made "
                            + "between two network namespaces, and removed. Needs root and iproute2.")
    private List<String> network = List.of();

    /** The values given, by the plan's name of the field; empty lists for those that are not. */
    Map<String, List<String>> given() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("memory", memory);
        all.put("disk", disk);
        all.put("readLimit", readLimit);
        all.put("readAhead", readAhead);
        all.put("network", network);
        return all;
    }
}
