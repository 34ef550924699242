package io.laio.comparison.claims;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.LoopStall;
import io.laio.comparison.results.OperationCounts;
import io.laio.comparison.results.OperationStall;
import io.laio.comparison.results.ResourceUse;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.results.RunSetting;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.SyntheticRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Results made up for claims: ratios, shares and counts as a test says, with seeded noise around them. */
final class Study {
    static final List<Integer> CLIENTS = List.of(8, 64);

    private final ObjectMapper json = new ObjectMapper();
    private final SplittableRandom random;
    private final int repeats;
    private final double noise;
    private final List<RunResult> runs = new ArrayList<>();
    private @Nullable ObjectNode codeSize;
    private @Nullable ObjectNode pipe;

    Study(int repeats, double noise, long seed) {
        this.repeats = repeats;
        this.noise = noise;
        random = new SplittableRandom(seed);
    }

    /** A server that is so many times as good as another, in throughput and in response time. */
    Study advantage(String server, String rival, String workload, CacheState cache, double ratio) {
        return server(rival, workload, cache, 100, 10).server(server, workload, cache, 100 * ratio, 10 / ratio);
    }

    Study server(String server, String workload, CacheState cache, double mbps, double millis) {
        for (int clients : CLIENTS) {
            for (int repeat = 1; repeat <= repeats; repeat++) {
                SyntheticRun run = SyntheticRun.of(server, workload, cache, clients, repeat)
                        .throughput(mbps * noisy())
                        .response(millis * noisy());
                runs.add(run.build(runs.size() + 1));
            }
        }
        return this;
    }

    /** A server of whose operations so many do not block, of the network's and the disk's together. */
    Study atOnce(String server, String workload, CacheState cache, double share) {
        int first = runs.size();
        server(server, workload, cache, 100, 10);
        for (int i = first; i < runs.size(); i++) {
            long atOnce = Math.round(20_000 * share * noisy());
            OperationCounts half = new OperationCounts(10_000, atOnce / 2, 10_000 - atOnce / 2, 12);
            runs.set(i, using(runs.get(i), new TreeMap<>(Map.of("network", half, "disk", half)), null));
        }
        return this;
    }

    /** A server whose loop sleeps so much of its time in opens, and ten times as much in reads. */
    Study asleep(String server, String workload, CacheState cache, double share) {
        int first = runs.size();
        server(server, workload, cache, 100, 10);
        for (int i = first; i < runs.size(); i++) {
            double open = 4000 * share * noisy();
            TreeMap<String, OperationStall> operations = new TreeMap<>(
                    Map.of("open", new OperationStall(open, open), "read", new OperationStall(9, 10 * open)));
            runs.set(i, using(runs.get(i), new TreeMap<>(), stall(operations)));
        }
        return this;
    }

    private static LoopStall stall(SortedMap<String, OperationStall> operations) {
        return new LoopStall(9, 99, List.of(), 4000, 1, 1, 1, "open", 9, 9, 9, 9, operations);
    }

    private static RunResult using(
            RunResult run, SortedMap<String, OperationCounts> operations, @Nullable LoopStall stall) {
        ResourceUse use = run.use();
        return new RunResult(
                run.setting(),
                run.performance(),
                new ResourceUse(
                        use.serverCpuMicrosPerRequest(),
                        use.serverMemoryBytes(),
                        use.helperMemoryBytes(),
                        use.pageCacheBytes(),
                        use.pageCacheGrowthBytes(),
                        operations,
                        stall,
                        use.diskReads(),
                        use.helpers()),
                run.evidence(),
                run.validity());
    }

    /** What bin/laio lab pipe would have written, as far as it matters. */
    Study pipe(double fullLaio, double fullAio, double emptyLaioOverAio) {
        ObjectNode size = json.createObjectNode().put("bytes", 1);
        ObjectNode full = size.putObject("full");
        rounds(full, "plain", 200);
        rounds(full, "laio", 200 * fullLaio);
        rounds(full, "posixAio", 200 * fullAio);
        ObjectNode empty = size.putObject("empty");
        rounds(empty, "posixAio", 1000);
        rounds(empty, "laio", 1000 * emptyLaioOverAio);
        pipe = json.createObjectNode();
        pipe.putArray("sizes").add(json.createObjectNode().put("bytes", 4096)).add(size);
        return this;
    }

    private void rounds(ObjectNode into, String contender, double nanos) {
        ArrayNode rounds = into.putObject(contender).putArray("rounds");
        for (int round = 0; round < repeats; round++) {
            rounds.add(nanos * noisy());
        }
    }

    /** What bin/laio code-size would have printed, as far as it matters. */
    Study code(int ampedTotal, int ampedFileRead, int laioTotal, int laioFileRead, int laioPartialWrite) {
        codeSize = json.createObjectNode();
        ObjectNode systems = codeSize.putObject("systems");
        lines(systems.putObject("AMPED"), ampedTotal, ampedFileRead, 100);
        lines(systems.putObject("LAIO"), laioTotal, laioFileRead, laioPartialWrite);
        return this;
    }

    private static void lines(ObjectNode into, int total, int fileRead, int partialWrite) {
        into.put("fileRead", fileRead).put("nameConversion", 0).put("partialWriteState", partialWrite);
        into.put("serverTotal", total).put("total", total + 4000);
    }

    /** All runs so far had this much page cache. */
    Study budget(@Nullable Long bytes) {
        runs.replaceAll(
                run -> set(run, run.setting().cache(), bytes, run.setting().lazy()));
        return this;
    }

    /** All runs so far started from this cache state. */
    Study cache(CacheState cache) {
        runs.replaceAll(run ->
                set(run, cache, run.setting().memoryBudgetBytes(), run.setting().lazy()));
        return this;
    }

    /** All runs so far were made with this laziness. */
    Study lazy(String lazy) {
        runs.replaceAll(run -> set(run, run.setting().cache(), run.setting().memoryBudgetBytes(), lazy));
        return this;
    }

    private static RunResult set(RunResult run, CacheState cache, @Nullable Long budget, String lazy) {
        RunSetting is = run.setting();
        RunSetting setting = new RunSetting(
                is.server(),
                is.engine(),
                lazy,
                is.workload(),
                is.traceSha256(),
                is.scale(),
                cache,
                is.disk(),
                is.network(),
                budget,
                is.clients(),
                is.repeat());
        return new RunResult(setting, run.performance(), run.use(), run.evidence(), run.validity());
    }

    private double noisy() {
        return 1 + noise * random.nextGaussian();
    }

    Results build() {
        SyntheticResults planned = new SyntheticResults();
        runs.stream()
                .map(run -> run.setting().workload())
                .distinct()
                .forEach(workload -> planned.add(SyntheticRun.of("any", workload, CacheState.COLD, 8, 1)));
        return planned.build().withRuns(runs).withExtras(codeSize, pipe);
    }
}
