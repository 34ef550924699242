package io.laio.comparison.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code compare} that stand for fields of a plan. Their values are checked where the plan's are. */
final class PlanOptions {
    @Option(
            names = "--server",
            split = ",",
            paramLabel = "NAME",
            description = "Servers of config/contestants; NAME@OPTION=VALUE fixes an option that the file there names.")
    private List<String> servers = List.of();

    @Option(
            names = "--workload",
            split = ",",
            paramLabel = "NAME|TRACE",
            description = "rice, berkeley, or trace files.")
    private List<String> workloads = List.of();

    @Option(names = "--cache", split = ",", paramLabel = "STATE", description = "cold, warm or both.")
    private List<String> cache = List.of();

    @Option(names = "--clients", split = ",", paramLabel = "N", description = "Numbers of simultaneous clients.")
    private List<String> clients = List.of();

    @Option(names = "--repeats", paramLabel = "N", description = "How often each combination is run.")
    private List<String> repeats = List.of();

    @Option(names = "--scale", paramLabel = "S", description = "Footprint and memory relative to 2004, e.g. 1/16.")
    private List<String> scale = List.of();

    @Option(names = "--requests", paramLabel = "N", description = "Requests of each run; 0 for the whole trace.")
    private List<String> requests = List.of();

    @Option(names = "--seconds", paramLabel = "T", description = "A run ends after so many seconds at the latest.")
    private List<String> seconds = List.of();

    @Option(names = "--warm-up-requests", paramLabel = "N", description = "Requests that warm the compiler.")
    private List<String> warmUpRequests = List.of();

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "ring, workers or auto, for servers that have engines (see: laio servers).")
    private List<String> engine = List.of();

    @Option(
            names = "--lazy",
            paramLabel = "on|direct|off",
            description =
                    "Who finds out whether a call blocks, for servers that have engines (see: laio serve --help).")
    private List<String> lazy = List.of();

    @Option(names = "--code-size", paramLabel = "true|false", description = "Whether the code is counted (claim C8).")
    private List<String> codeSize = List.of();

    @Option(
            names = "--microbenchmark",
            paramLabel = "none|short|full",
            description = "Whether a pipe is read, and how long (claim C7).")
    private List<String> microbenchmark = List.of();

    @Mixin
    private MachineOptions machine = new MachineOptions();

    @Option(names = "--seed", paramLabel = "K", description = "Orders the servers and makes the workloads.")
    private List<String> seed = List.of();

    /** The values given, by the plan's name of the field. */
    Map<String, List<String>> given() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("servers", servers);
        all.put("workloads", workloads);
        all.put("cache", cache);
        all.put("clients", clients);
        all.put("repeats", repeats);
        all.put("scale", scale);
        all.put("requests", requests);
        all.put("seconds", seconds);
        all.put("warmUpRequests", warmUpRequests);
        all.put("engine", engine);
        all.put("lazy", lazy);
        all.putAll(machine.given());
        all.put("codeSize", codeSize);
        all.put("microbenchmark", microbenchmark);
        all.put("seed", seed);
        all.values().removeIf(List::isEmpty);
        return all;
    }
}
