package io.laio.comparison.results;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A run made up for a test: everything plausible, and what matters to the test set by name. */
public record SyntheticRun(
        String server,
        String workload,
        CacheState cache,
        int clients,
        int repeat,
        double throughputMbps,
        double responseMillis,
        double blockedFraction,
        @Nullable Double resident,
        List<String> invalidReasons,
        List<String> notes) {

    public static final long BUDGET_BYTES = 134_217_728;
    public static final long FOOTPRINT_BYTES = 429_496_729;

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    public static SyntheticRun of(String server, String workload, CacheState cache, int clients, int repeat) {
        double resident = cache == CacheState.WARM ? 0.9987 : 0.0004;
        return new SyntheticRun(
                server, workload, cache, clients, repeat, 100, 10, 0.01, resident, List.of(), List.of());
    }

    public SyntheticRun throughput(double mbps) {
        return new SyntheticRun(
                server,
                workload,
                cache,
                clients,
                repeat,
                mbps,
                responseMillis,
                blockedFraction,
                resident,
                invalidReasons,
                notes);
    }

    public SyntheticRun response(double millis) {
        return new SyntheticRun(
                server,
                workload,
                cache,
                clients,
                repeat,
                throughputMbps,
                millis,
                blockedFraction,
                resident,
                invalidReasons,
                notes);
    }

    public SyntheticRun blocked(double fraction) {
        return new SyntheticRun(
                server,
                workload,
                cache,
                clients,
                repeat,
                throughputMbps,
                responseMillis,
                fraction,
                resident,
                invalidReasons,
                notes);
    }

    public SyntheticRun resident(@Nullable Double fraction) {
        return new SyntheticRun(
                server,
                workload,
                cache,
                clients,
                repeat,
                throughputMbps,
                responseMillis,
                blockedFraction,
                fraction,
                invalidReasons,
                notes);
    }

    public SyntheticRun invalid(String... reasons) {
        return new SyntheticRun(
                server,
                workload,
                cache,
                clients,
                repeat,
                throughputMbps,
                responseMillis,
                blockedFraction,
                resident,
                List.of(reasons),
                notes);
    }

    public SyntheticRun noted(String... remarks) {
        return new SyntheticRun(
                server,
                workload,
                cache,
                clients,
                repeat,
                throughputMbps,
                responseMillis,
                blockedFraction,
                resident,
                invalidReasons,
                List.of(remarks));
    }

    public RunResult build(int order) {
        return new RunResult(setting(), performance(), use(), evidence(order), Validity.of(invalidReasons, notes));
    }

    private boolean ours() {
        return !server.startsWith("nginx");
    }

    private boolean asynchronous() {
        return server.contains("laio");
    }

    private RunSetting setting() {
        return new RunSetting(
                server,
                asynchronous() ? "ring" : "none",
                asynchronous() ? "on" : "none",
                workload,
                "5".repeat(64),
                0.0625,
                cache,
                "native",
                "loopback",
                BUDGET_BYTES,
                clients,
                repeat);
    }

    private Performance performance() {
        long bytes = Math.round(throughputMbps * 1e6 / 8 * 4);
        Percentiles times = new Percentiles(
                responseMillis, responseMillis * 0.8, responseMillis * 2, responseMillis * 4, responseMillis * 9);
        return new Performance(
                throughputMbps,
                throughputMbps * 12,
                times,
                times,
                new Percentiles(0, 0, 0, 0, 0),
                Math.round(throughputMbps * 48),
                bytes,
                new TreeMap<>());
    }

    private ResourceUse use() {
        return new ResourceUse(
                21.5,
                48_000_000L,
                withHelpers() ? 120_000_000L : 0L,
                129_000_000L,
                98_000_000L,
                new TreeMap<>(ours() ? Map.of("read", reads()) : Map.of()),
                ours() ? stall() : null,
                new DiskReads(1200, 98_000_000, 1.7, 0.61),
                helpers());
    }

    private SortedMap<String, SortedMap<String, Long>> helpers() {
        SortedMap<String, SortedMap<String, Long>> helpers = new TreeMap<>();
        if (withHelpers()) {
            helpers.put("read", new TreeMap<>(Map.of("limit", 4L, "asked", 1200L)));
        }
        return helpers;
    }

    private boolean withHelpers() {
        return server.contains("amped");
    }

    private OperationCounts reads() {
        long blocked = Math.round(4000 * blockedFraction);
        return new OperationCounts(4000, 4000 - blocked, blocked, 812.5);
    }

    private LoopStall stall() {
        double wall = 4000;
        double blocked = wall * blockedFraction;
        double rest = wall - blocked;
        return new LoopStall(
                blocked / 50,
                blocked,
                List.of(new StallBucket(1000L, 900), new StallBucket(10_000L, 42), new StallBucket(null, 1)),
                wall,
                rest * 0.5,
                rest * 0.4,
                rest * 0.1,
                "read",
                943,
                43,
                1,
                1,
                new TreeMap<>(Map.of("read", new OperationStall(blocked / 50, blocked * 0.9))));
    }

    private Evidence evidence(int order) {
        return new Evidence(
                resident,
                0.41,
                null,
                FOOTPRINT_BYTES,
                cache == CacheState.WARM ? "played once" : "posix_fadvise(DONTNEED), drop_caches 3",
                cache == CacheState.COLD,
                BUDGET_BYTES + 60_000_000,
                List.of(0),
                List.of(1),
                asynchronous() ? "io_uring available" : "",
                order,
                START.plusSeconds(5L * order),
                4000);
    }
}
