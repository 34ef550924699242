package io.laio.comparison.results;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Results of a whole study, made up: every server of the paper, two workloads, cold and warm, several numbers of clients, with repeats, and if
 * asked for a memory sweep, eager servers and servers from outside. The numbers are such as a slow disk gives, so that the figures look as they
 * would.
 */
public final class SyntheticStudy {
    /** The eight servers of the paper. */
    public static final List<String> EIGHT = List.of(
            "thttpd-nb-b",
            "thttpd-laio-laio",
            "flash-nb-b",
            "flash-nb-amped",
            "flash-nb-amted",
            "flash-nb-aio",
            "flash-nb-laio",
            "flash-laio-laio");

    private final SplittableRandom random = new SplittableRandom(2004);
    private final SyntheticResults results = new SyntheticResults();
    private final List<RunResult> runs = new ArrayList<>();
    private final int repeats;

    public SyntheticStudy(int repeats) {
        this.repeats = repeats;
    }

    /** Runs of these servers in every cell. */
    public SyntheticStudy with(List<String> servers, List<String> workloads, List<Integer> clients) {
        for (String server : servers) {
            for (String workload : workloads) {
                for (CacheState cache : List.of(CacheState.COLD, CacheState.WARM)) {
                    clients.forEach(count -> add(server, workload, cache, count, SyntheticRun.BUDGET_BYTES));
                }
            }
        }
        return this;
    }

    /** Runs of these servers with memory for these parts of the documents, cold, at one number of clients. */
    public SyntheticStudy memory(List<String> servers, List<Double> memoryOverFootprint, int clients) {
        for (String server : servers) {
            for (double part : memoryOverFootprint) {
                add(server, "berkeley", CacheState.COLD, clients, Math.round(part * SyntheticRun.FOOTPRINT_BYTES));
            }
        }
        return this;
    }

    public Results build() {
        Results empty = results.build();
        return new Results(empty.schemaVersion(), empty.plan(), empty.environment(), runs, List.of(), null, null);
    }

    private void add(String server, String workload, CacheState cache, int clients, long budget) {
        double mbps = mbps(server, workload, cache, clients, (double) budget / SyntheticRun.FOOTPRINT_BYTES);
        for (int repeat = 1; repeat <= repeats; repeat++) {
            double noisy = mbps * (1 + 0.04 * random.nextGaussian());
            SyntheticRun run = SyntheticRun.of(server, workload, cache, clients, repeat)
                    .throughput(noisy)
                    .response(clients * 80 / noisy)
                    .blocked(waits(server) && cache == CacheState.COLD ? 0.9 : 0.003);
            results.add(run);
            RunResult built = run.build(runs.size() + 1);
            runs.add(new RunResult(
                    setting(built.setting(), budget),
                    built.performance(),
                    use(built.use(), server, workload, cache, clients),
                    built.evidence(),
                    built.validity()));
        }
    }

    private static boolean waits(String server) {
        return server.endsWith("nb-b") || server.equals("flash-nb-aio");
    }

    /** Many reads at once get more out of a disk, up to a point. */
    private static double depth(String server, int clients) {
        if (waits(server)) {
            return 1.05;
        }
        return server.contains("laio") || server.contains("threads") ? Math.min(clients * 0.8, 40) : 4.7;
    }

    private static double mbps(String server, String workload, CacheState cache, int clients, double memory) {
        boolean inMemory = memory >= 1 || (workload.equals("rice") && cache == CacheState.WARM);
        double cpu = (9000 + 8 * Math.min(clients, 128)) / cpuMicros(server) * 24;
        double disk = 80 * Math.sqrt(depth(server, clients)) * (workload.equals("rice") ? 4 : 1);
        double hits = cache == CacheState.WARM ? 2.2 : 1 + memory;
        return inMemory ? cpu : Math.min(cpu, disk * hits);
    }

    private static double cpuMicros(String server) {
        double base = server.startsWith("thttpd") ? 41 : 22;
        double extra = server.contains("amped") ? 9 : server.equals("flash-nb-aio") ? 15 : 0;
        return base + extra + (server.contains("laio") ? 2 : 0) + (server.contains("lazy=off") ? 6 : 0);
    }

    private static RunSetting setting(RunSetting asked, long budget) {
        return new RunSetting(
                asked.server(),
                asked.engine(),
                asked.server().endsWith("@lazy=off") ? "off" : asked.lazy(),
                asked.workload(),
                asked.traceSha256(),
                asked.scale(),
                asked.cache(),
                asked.disk(),
                asked.network(),
                budget,
                asked.clients(),
                asked.repeat());
    }

    private ResourceUse use(ResourceUse use, String server, String workload, CacheState cache, int clients) {
        double misses = workload.equals("rice") && cache == CacheState.WARM ? 0.001 : 0.3;
        boolean ours = use.loopStallMillis() != null && !outside(server);
        return new ResourceUse(
                cpuMicros(server) * (1 + 0.02 * random.nextGaussian()) + misses * 10,
                use.serverMemoryBytes(),
                use.helperMemoryBytes(),
                use.pageCacheBytes(),
                use.pageCacheGrowthBytes(),
                ours ? operations(server, misses) : new TreeMap<>(),
                ours ? use.loopStallMillis() : null,
                new DiskReads(
                        Math.round(40_000 * misses),
                        Math.round(40_000 * misses * 61_000),
                        depth(server, clients) * (1 + 0.05 * random.nextGaussian()),
                        waits(server) ? 0.97 : 0.93),
                use.helpers());
    }

    private static boolean outside(String server) {
        return !server.startsWith("flash") && !server.startsWith("thttpd");
    }

    private SortedMap<String, OperationCounts> operations(String server, double misses) {
        SortedMap<String, OperationCounts> operations = new TreeMap<>();
        operations.put("accept", counts(2_100, 0.05));
        operations.put("recv", counts(41_000, server.endsWith("laio-laio") ? 0.61 : 0));
        operations.put("open", counts(6_000, misses / 2));
        operations.put("read", counts(38_000, misses));
        operations.put("send", counts(40_000, 0.01));
        operations.put("network", counts(83_100, 0.2));
        operations.put("disk", counts(44_000, misses));
        return operations;
    }

    private static OperationCounts counts(long issued, double share) {
        long blocked = Math.round(issued * share);
        return new OperationCounts(issued, issued - blocked, blocked, blocked * 0.4);
    }
}
