package io.laio.comparison.results;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Results made up for a test: runs are added, the plan and the environment follow from them. */
public final class SyntheticResults {
    private String disk = "native";
    private String network = "loopback";
    private final List<SyntheticRun> runs = new ArrayList<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();

    public SyntheticResults() {}

    public SyntheticResults add(SyntheticRun run) {
        runs.add(run);
        return this;
    }

    public SyntheticResults parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** Repeats of one server over client counts, with noise of the given relative size around a curve. */
    public SyntheticResults curve(
            String server,
            String workload,
            CacheState cache,
            List<Integer> clients,
            int repeats,
            double noise,
            long seed,
            DoubleUnaryOperator mbpsAtClients) {
        SplittableRandom random = new SplittableRandom(seed ^ server.hashCode());
        for (int count : clients) {
            for (int repeat = 1; repeat <= repeats; repeat++) {
                double mbps = mbpsAtClients.applyAsDouble(count) * (1 + noise * random.nextGaussian());
                add(SyntheticRun.of(server, workload, cache, count, repeat)
                        .throughput(mbps)
                        .response(count * 80 / mbps)
                        .blocked(server.endsWith("nb-b") ? 0.83 : 0.004));
            }
        }
        return this;
    }

    public Results build() {
        Results results = Results.starting(plan(), environment());
        int order = 1;
        for (SyntheticRun run : runs) {
            results = results.withRun(underneath(run.build(order++)));
        }
        return results;
    }

    /** What the servers found below them; native and loopback unless this says otherwise. */
    public SyntheticResults on(String otherDisk, String otherNetwork) {
        disk = otherDisk;
        network = otherNetwork;
        return this;
    }

    private RunResult underneath(RunResult run) {
        RunSetting asked = run.setting();
        RunSetting setting = new RunSetting(
                asked.server(),
                asked.engine(),
                asked.lazy(),
                asked.workload(),
                asked.traceSha256(),
                asked.scale(),
                asked.cache(),
                disk,
                network,
                asked.memoryBudgetBytes(),
                asked.clients(),
                asked.repeat());
        return new RunResult(setting, run.performance(), run.use(), run.evidence(), run.validity());
    }

    private PlanInfo plan() {
        List<String> servers =
                runs.stream().map(SyntheticRun::server).distinct().toList();
        List<String> workloads =
                runs.stream().map(SyntheticRun::workload).distinct().toList();
        int repeats = runs.stream().mapToInt(SyntheticRun::repeat).max().orElse(1);
        return new PlanInfo(
                "quick",
                List.of("bin/laio", "compare", "--plan", "quick"),
                42,
                servers.stream()
                        .map(name -> new ContestantInfo(
                                name, "a server called " + name, List.of("bin/laio", "serve", name), ""))
                        .toList(),
                workloads.stream().map(this::workload).toList(),
                runs.stream().map(SyntheticRun::cache).distinct().toList(),
                runs.stream().map(SyntheticRun::clients).distinct().sorted().toList(),
                repeats,
                0.0625,
                SyntheticRun.BUDGET_BYTES,
                8,
                disk,
                network,
                List.of(SyntheticRun.BUDGET_BYTES),
                List.of());
    }

    private WorkloadInfo workload(String name) {
        return new WorkloadInfo(
                name,
                "5".repeat(64),
                10_000,
                80_000,
                6_000,
                450_000_000,
                40_000,
                SyntheticRun.FOOTPRINT_BYTES,
                1,
                parameters);
    }

    private EnvironmentInfo environment() {
        return new EnvironmentInfo(
                Instant.parse("2026-11-23T09:59:00Z"),
                "0123456789abcdef",
                "Debian GNU/Linux 13",
                "6.18.0",
                "x86_64",
                "Some Processor 3000",
                2,
                25_000_000_000L,
                "Eclipse Adoptium 25.0.1",
                "available",
                "v1",
                "ext4 rw,relatime",
                "vda: none, 256 requests, read-ahead 128 KiB",
                Map.of("network", "what " + network + " is made of"),
                List.of());
    }
}
